"""Every write of the register. One transaction each: lock, check, write, history with its reason, ledger, after-change.

All take `actor` (an Officer of the facility, None for the program itself) and `why` (required, kept in the history).
All raise `errors.Refused` in one of its kinds (Invalid, Stale, ProbablySame) and then have written nothing.
`today` is the day by which dates are judged; given by tests and imports of the past, else the day it is.
"""

from teladan.people.services.admission import admit
from teladan.people.services.changing import add, add_many, change, remove
from teladan.people.services.documents import attach_document
from teladan.people.services.fines import pay_fine
from teladan.people.services.lists import confirm_lists
from teladan.people.services.moving import move_room, release
from teladan.people.services.writing import refuse_stranger, refuse_without_reason

__all__ = [
    "add",
    "add_many",
    "admit",
    "attach_document",
    "change",
    "confirm_lists",
    "move_room",
    "pay_fine",
    "refuse_stranger",
    "refuse_without_reason",
    "release",
    "remove",
]

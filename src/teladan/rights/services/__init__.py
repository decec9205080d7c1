"""What the service of rights does. Each act is one transaction: lock, check, write, history, ledger.

Who may do it is the face's question (`desk/roles.py`); whether the law and the procedure allow it is asked here.
"""

from teladan.rights.services.again import open_again
from teladan.rights.services.assess import Assessed, assess_facility, assess_stays
from teladan.rights.services.deciding import decide
from teladan.rights.services.finishing import finish_step, tick_document
from teladan.rights.services.hearing_rules import Vote
from teladan.rights.services.hearings import close_hearing, plan_hearing, waiting_for_hearing
from teladan.rights.services.leaving import revoke
from teladan.rights.services.opening import Opened, open_due_cases
from teladan.rights.services.papers import remove_document
from teladan.rights.services.preparation import set_preparation
from teladan.rights.services.settings import setting_of
from teladan.rights.services.team import appoint, end_membership, set_team_size

__all__ = [
    "Assessed",
    "Opened",
    "Vote",
    "appoint",
    "assess_facility",
    "assess_stays",
    "close_hearing",
    "decide",
    "end_membership",
    "finish_step",
    "open_again",
    "open_due_cases",
    "plan_hearing",
    "remove_document",
    "revoke",
    "set_preparation",
    "set_team_size",
    "setting_of",
    "tick_document",
    "waiting_for_hearing",
]

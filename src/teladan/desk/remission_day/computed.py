"""What the law says about a day, kept in this process until anything in the register moves.

Every change of the register writes the ledger, so the hash of its last entry says whether what is kept still holds.
What is kept is what pages show and cannot be changed: nothing is copied or unpacked when it is shown again.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction

from teladan.desk.remission_day.asked import Asked
from teladan.desk.remission_day.row import Row, row_of
from teladan.law import LAW_VERSION
from teladan.ledger.models import Head
from teladan.people.models import Facility
from teladan.rights.models import FeastCorrection, Occasion
from teladan.rights.remission_day import differences, propose
from teladan.rights.remission_day.deciding import Difference

KEPT = 6  # days at once; one of 5,000 people is about 5 MB
State = tuple[str, int, str]
PARTS = ("granted", "needs_facts", "not_granted")


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal: its three parts by name, how many go home, who gets how much, what holds the others back."""

    granted: tuple[Row, ...]
    needs_facts: tuple[Row, ...]
    not_granted: tuple[Row, ...]
    free: int
    amounts: tuple[tuple[str, int, int], ...]  # right, days, people
    reasons: tuple[tuple[str, int], ...]  # condition, people; the most frequent first


def proposal_of(house: Facility, wanted: Asked) -> Shown:
    """Return the proposal of a day by what the register knows now."""
    state = _state(house)
    return _proposal(house, wanted, state) if state else _proposal.__wrapped__(house, wanted, state)


def changed_since(occasion: Occasion) -> tuple[Difference, ...]:
    """Return the open cases of a day that today's facts would decide otherwise."""
    state = _state(occasion.facility)
    return _differences(occasion, state) if state else _differences.__wrapped__(occasion, state)


def _state(house: Facility) -> State | None:
    """Return what everything shown follows from: the ledger's last entry, the corrected feasts, the law.

    None while the ledger is empty: then there is nothing to tell a change by, and nothing is kept.
    """
    last = Head.objects.filter(facility=house).values_list("chain_hash", flat=True).first()
    feasts = FeastCorrection.objects.order_by("-pk").values_list("pk", flat=True).first()
    return (last, feasts or 0, LAW_VERSION) if last else None


@lru_cache(maxsize=KEPT)
def _proposal(house: Facility, wanted: Asked, _at: State | None) -> Shown:
    found = propose(house, wanted.right, wanted.day, wanted.religion or None)
    rows = {part: _sorted(row_of(each) for each in getattr(found, part)) for part in PARTS}
    held_back = Counter(reason.criterion for row in rows["not_granted"] for reason in row.reasons)
    return Shown(
        **rows,
        free=found.free,
        amounts=tuple((right, days, people) for (right, days), people in sorted(found.totals.items())),
        reasons=tuple(held_back.most_common()),
    )


def _sorted(rows: object) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (row.name, row.register)))  # type: ignore[call-overload]


@lru_cache(maxsize=KEPT)
def _differences(occasion: Occasion, _at: State | None) -> tuple[Difference, ...]:
    with transaction.atomic():  # the service reads under lock
        return tuple(differences(occasion))

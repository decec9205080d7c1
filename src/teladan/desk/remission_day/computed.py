"""What the law says about a day, kept in this process until anything in the register moves.

Every change of the register writes the ledger: its last act on the register says whether what is kept still holds.
What is kept is what pages show and cannot be changed: nothing is copied or unpacked when it is shown again.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import OuterRef, Subquery

from teladan.desk.remission_day.asked import Asked
from teladan.desk.remission_day.row import Row, row_of
from teladan.law import LAW_VERSION
from teladan.ledger.models import Entry, Head
from teladan.people.models import Facility
from teladan.rights.models import Case, FeastCorrection, Occasion
from teladan.rights.remission_day import propose
from teladan.rights.remission_day.deciding import Difference

KEPT = 6  # days at once; one of 5,000 people is about 5 MB
State = tuple[str, str, int, str]
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


def changed_since(occasion: Occasion) -> list[Difference]:
    """Return the open cases of a day that today's facts would decide otherwise.

    As `rights.remission_day.differences`, from the proposal that is kept.
    """
    still = occasion.cases.filter(state=Case.State.OPEN)
    known = list(still.values_list("pk", "stay_id", "right", "length_days"))
    if not known:
        return []
    found = proposal_of(occasion.facility, Asked(occasion.right, occasion.grant_day, occasion.religion))
    now = {(row.stay, grant.right): grant.days for row in found.granted for grant in row.grants}
    why = {row.stay: row.reasons[0].criterion for row in found.not_granted if row.reasons}
    other = {pk: now.get((stay, right), 0) for pk, stay, right, days in known if now.get((stay, right), 0) != days}
    cases = still.select_related("stay__person").in_bulk(other)
    return [Difference(cases[pk], days, "" if days else why.get(cases[pk].stay_id, "")) for pk, days in other.items()]


def _state(house: Facility) -> State | None:
    """Return what a proposal follows from: the ledger's last act on the register, the corrected feasts, the law.

    Acts on cases change no facts. The salt is the facility's own, so that no other database is taken for this one.
    None while there is no ledger: then there is nothing to tell a change by, and nothing is kept.
    """
    acts = Entry.objects.filter(facility=OuterRef("facility"), action__startswith="people.").order_by("-number")
    feasts = FeastCorrection.objects.order_by("-pk")
    heads = Head.objects.filter(facility=house).annotate(
        act=Subquery(acts.values("leaf_hash")[:1]), feast=Subquery(feasts.values("pk")[:1])
    )
    known = heads.values_list("salt", "act", "feast").first()
    return (known[0], known[1] or "", known[2] or 0, LAW_VERSION) if known else None


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

"""Assessing the register: one call of the law for everybody, and only what changed is written.

`assess_stays` runs inside the transaction of a change; `assess_facility` walks a whole prison, batch by batch, each
batch a transaction of its own, so that it can be stopped and started again at any time.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from teladan.law import LAW_VERSION
from teladan.ledger import services as ledger
from teladan.people import bulk
from teladan.people.models import Facility, Stay, StayStatus
from teladan.people.queries import facts_of, people_inside
from teladan.rights import confirmations, feasts, findings
from teladan.rights.findings import Found
from teladan.rights.models import OF_A_RIGHT, RightStanding, Standing
from teladan.rights.services import standing_changes
from teladan.rights.services.causes import Lines, hash_of
from teladan.rights.services.moves import Values, moved_dates, moved_rights, values_of

PEOPLE_A_BATCH = 1000
FIELDS = [
    "facility_id",
    "as_of",
    "facts_hash",
    "law_version",
    *findings.TIMELINE_DATES,
    *findings.TIMELINE_NUMBERS,
    "register_class",
    "notes",
    "problem",
    "detention_ends",
    "known_from",
    "feasts_seen",
    "confirmed_seen",
]
OF_THE_DAY = {
    "as_of",
    "notes",
    "known_from",
    "feasts_seen",
    "confirmed_seen",
}  # words, made only for what changed: they cost more than the dates
NOTES_OF_A_DAY = {"future_facts", "future_custody", "exactly_six_months", "estimated_feast", "revoked_within_a_year"}
NO_LINES: Lines = MappingProxyType({})
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Assessed:
    """How many people were assessed, how many of them changed, how many could not be assessed."""

    people: int = 0
    changed: int = 0
    problems: int = 0

    def __add__(self, other: "Assessed") -> "Assessed":
        return Assessed(self.people + other.people, self.changed + other.changed, self.problems + other.problems)


def assess_facility(facility: Facility, as_of: dt.date, progress: Progress | None = None) -> Assessed:
    """Assess everyone inside; `progress(done, total)` is called after each batch. May be repeated at will."""
    stays = list(people_inside(facility))
    total = Assessed()
    for start in range(0, len(stays), PEOPLE_A_BATCH):
        batch = stays[start : start + PEOPLE_A_BATCH]
        total += assess_stays(batch, as_of)
        if progress:
            progress(start + len(batch), len(stays))
    return total


@transaction.atomic
def assess_stays(stays: Iterable[Stay], as_of: dt.date, because: Lines = NO_LINES) -> Assessed:
    """Assess these stays as of a day and keep what changed in `Standing` and `RightStanding`, and why.

    Facts that the law refuses give a standing with a `problem` and without rights; the others go on. `because`: what
    an act wrote about these stays (`people.changes.because`).
    """
    stays = list(stays)
    if not stays:
        return Assessed()
    for facility in sorted({stay.facility_id for stay in stays}):
        ledger.lock(Facility(pk=facility))  # what is read now is still so when the answer is written
    last_feast, last_confirmed = feasts.last_key(), confirmations.last_key()
    facts = facts_of(stays, as_of)
    found = findings.find(facts, as_of)
    people = [
        _Person(stay, known, standing_of(stay, known, each, as_of), each)
        for stay, known, each in zip(stays, facts, found, strict=True)
    ]
    _compare(people, last_feast, last_confirmed)
    changed = _store_standings(people, as_of, last_feast, last_confirmed)
    _store_rights(people)
    standing_changes.keep(people, because)
    return Assessed(len(stays), changed, sum(bool(each.problem) for each in found))


@dataclass(slots=True)
class _Person:
    """A stay with what the law says now and what was kept before, until it is written."""

    stay: Stay
    facts: Mapping[str, Any]
    after: Standing
    found: Found
    before: Standing | None = None
    rights: Mapping[str, Values] = field(default_factory=dict)
    rights_before: Mapping[str, Values] = field(default_factory=dict)
    dates_moved: dict[str, list] = field(default_factory=dict)
    rights_moved: dict[str, list] = field(default_factory=dict)

    @property
    def moved(self) -> bool:
        """Whether it is another assessment than before, in what matters, or by another law."""
        before = self.before
        return before is not None and bool(
            self.dates_moved or self.rights_moved or before.law_version != self.after.law_version
        )


def standing_of(stay: Stay, facts: dict, found: Found, as_of: dt.date) -> Standing:
    """Return what is kept of an assessment, not saved."""
    timeline = found.timeline
    dated = {name: timeline.get(name) for name in (*findings.TIMELINE_DATES, *findings.TIMELINE_NUMBERS)}
    return Standing(
        stay_id=stay.pk,
        facility_id=stay.facility_id,
        as_of=as_of,
        facts_hash=hash_of(facts),
        law_version=LAW_VERSION,
        register_class=timeline.get("register") or "",
        problem=found.problem,
        detention_ends=_detention_ends(stay, facts),
        **dated,
    )


def _detention_ends(stay: Stay, facts: dict) -> dt.date | None:
    if stay.status != StayStatus.DETAINEE:
        return None
    ends = [order["end"] for order in facts.get("detention") or () if order["place"] == "prison"]
    return None if not ends or None in ends else max(map(_day, ends))


def _day(value: dt.date | str) -> dt.date:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _compare(people: Sequence[_Person], last_feast: int, last_confirmed: int) -> None:
    """Find what was kept, and since when what holds now is known."""
    kept = {row.stay_id: row for row in Standing.objects.filter(stay__in=[each.stay.pk for each in people])}
    rights = _kept_rights([row.pk for row in kept.values()])
    now = timezone.now()
    for each in people:
        each.rights = {right.right: values_of(right) for right in each.found.rights.values()}
        each.before = before = kept.get(each.stay.pk)
        if before:
            each.rights_before = rights[before.pk]
            each.dates_moved = moved_dates(before, each.after)
            if each.rights != each.rights_before:
                each.rights_moved = moved_rights(each.rights_before, each.rights)
        each.after.known_from = before.known_from if before and not each.moved else now
        each.after.feasts_seen, each.after.confirmed_seen = last_feast, last_confirmed


def _store_standings(people: Sequence[_Person], as_of: dt.date, last_feast: int, last_confirmed: int) -> int:
    changed = []
    for each in people:
        before, row = each.before, each.after
        stale = before is not None and (_passing(before, as_of) or (before.confirmed_seen or 0) != last_confirmed)
        if before and not each.moved and _same(before, row) and not (stale and before.notes != each.found.notes):
            row.pk = before.pk
        else:
            row.notes = each.found.notes
            changed.append(row)
    old = [
        each.before.pk
        for each in people
        if each.before
        and (each.before.as_of, each.before.feasts_seen, each.before.confirmed_seen)
        != (as_of, last_feast, last_confirmed)
    ]
    seen = {"feasts_seen": last_feast, "confirmed_seen": last_confirmed}
    Standing.objects.filter(pk__in=old).update(as_of=as_of, **seen)
    _upsert(Standing, changed, ["stay"], FIELDS)  # fills in the keys of the changed rows
    return len(changed)


def _passing(before: Standing, as_of: dt.date) -> bool:
    """Whether a note was true of its day only: it is written again although nothing else changed."""
    return before.as_of != as_of and any(note.get("code") in NOTES_OF_A_DAY for note in before.notes)


def _same(before: Standing, after: Standing) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in FIELDS if name not in OF_THE_DAY)


def _store_rights(people: Sequence[_Person]) -> None:
    changed = [
        _right_row(each.after, right, each.rights[right])
        for each in people
        for right in (each.rights_moved if each.before else each.rights)
        if right in each.rights
    ]
    _upsert(RightStanding, changed, ["standing", "right"], OF_A_RIGHT)
    # What was true before may not be any more when the facts cannot be assessed.
    RightStanding.objects.filter(standing__in=[each.after.pk for each in people if each.found.problem]).delete()


def _kept_rights(standings: list[int]) -> dict[int, dict[str, Values]]:
    rows = RightStanding.objects.filter(standing__in=standings).values_list("standing_id", "right", *OF_A_RIGHT)
    found: dict[int, dict[str, Values]] = defaultdict(dict)
    for standing, right, *values in rows:
        found[standing][right] = tuple(values)
    return found


def _right_row(standing: Standing, right: str, values: Values) -> RightStanding:
    return RightStanding(standing_id=standing.pk, right=right, **dict(zip(OF_A_RIGHT, values, strict=True)))


def _upsert(model: type[Model], rows: Sequence[Model], unique: list[str], fields: Sequence[str]) -> None:
    bulk.upsert(model, rows, unique, [name.removesuffix("_id") for name in fields])

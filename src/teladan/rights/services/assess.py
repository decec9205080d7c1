"""Assessing the register: one call of the law for everybody, and only what changed is written.

`assess_stays` runs inside the transaction of a change; `assess_facility` walks a whole prison, batch by batch, each
batch a transaction of its own, so that it can be stopped and started again at any time.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Model

from teladan.law import LAW_VERSION
from teladan.law.facts import facts_hash
from teladan.people import bulk
from teladan.people.models import Facility, Stay, StayStatus
from teladan.people.queries import facts_of, people_inside
from teladan.rights import findings
from teladan.rights.findings import Found, RightFound
from teladan.rights.models import RightStanding, Standing

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
]
OF_THE_DAY = {"as_of", "notes"}  # words, made only for what changed: they cost more than the dates
NOTES_OF_A_DAY = {"future_facts", "future_custody", "exactly_six_months", "estimated_feast", "revoked_within_a_year"}
RIGHT_FIELDS = ["status", "date", "ends", "length_days", "failed", "unknown"]
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
def assess_stays(stays: Iterable[Stay], as_of: dt.date) -> Assessed:
    """Assess these stays as of a day and keep what changed in `Standing` and `RightStanding`.

    Facts that the law refuses give a standing with a `problem` and without rights; the others go on.
    """
    stays = list(stays)
    if not stays:
        return Assessed()
    facts = facts_of(stays, as_of)
    found = findings.find(facts, as_of)
    fresh = [_standing(*each, as_of) for each in zip(stays, facts, found, strict=True)]
    changed = _store_standings(fresh, found, as_of)
    _store_rights(fresh, found)
    return Assessed(len(stays), changed, sum(bool(each.problem) for each in found))


def _standing(stay: Stay, facts: dict, found: Found, as_of: dt.date) -> Standing:
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


def hash_of(facts: dict) -> str:
    """Return the digest of what is known about somebody, the same on every day on which nothing changed."""
    return facts_hash({name: value for name, value in facts.items() if name != "as_of"})


def _detention_ends(stay: Stay, facts: dict) -> dt.date | None:
    if stay.status != StayStatus.DETAINEE:
        return None
    ends = [order["end"] for order in facts.get("detention") or () if order["place"] == "prison"]
    return None if not ends or None in ends else max(map(_day, ends))


def _day(value: dt.date | str) -> dt.date:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def _store_standings(fresh: Sequence[Standing], found: Sequence[Found], as_of: dt.date) -> int:
    kept = {row.stay_id: row for row in Standing.objects.filter(stay__in=[row.stay_id for row in fresh])}
    changed = []
    for row, person in zip(fresh, found, strict=True):
        before = kept.get(row.stay_id)
        stale = before is not None and before.as_of != as_of and _passing(before)
        if before and _same(before, row) and not (stale and before.notes != person.notes):
            row.pk = before.pk
        else:
            row.notes = person.notes
            changed.append(row)
    same = [row.pk for row in fresh if row.pk]
    Standing.objects.filter(pk__in=same).exclude(as_of=as_of).update(as_of=as_of)
    _upsert(Standing, changed, ["stay"], FIELDS)  # fills in the keys of the changed rows
    return len(changed)


def _passing(before: Standing) -> bool:
    """Whether a note was true of its day only: it is written again although nothing else changed."""
    return any(note.get("code") in NOTES_OF_A_DAY for note in before.notes)


def _same(before: Standing, after: Standing) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in FIELDS if name not in OF_THE_DAY)


def _store_rights(standings: Sequence[Standing], found: Sequence[Found]) -> None:
    kept = _kept_rights([row.pk for row in standings])
    changed = [
        _right_row(standing, right)
        for standing, person in zip(standings, found, strict=True)
        for right in person.rights.values()
        if kept.get((standing.pk, right.right)) != _values(right)
    ]
    _upsert(RightStanding, changed, ["standing", "right"], RIGHT_FIELDS)
    # What was true before may not be any more when the facts cannot be assessed.
    RightStanding.objects.filter(standing__in=[row.pk for row in standings if row.problem]).delete()


def _kept_rights(standings: list[int]) -> dict[tuple[int, str], tuple]:
    rows = RightStanding.objects.filter(standing__in=standings).values_list("standing_id", "right", *RIGHT_FIELDS)
    return {row[:2]: row[2:] for row in rows}


def _values(right: RightFound) -> tuple:
    return (right.status, right.date, right.ends, right.length_days, list(right.failed), list(right.unknown))


def _right_row(standing: Standing, right: RightFound) -> RightStanding:
    return RightStanding(
        standing_id=standing.pk, right=right.right, **dict(zip(RIGHT_FIELDS, _values(right), strict=True))
    )


def _upsert(model: type[Model], rows: Sequence[Model], unique: list[str], fields: list[str]) -> None:
    bulk.upsert(model, rows, unique, [name.removesuffix("_id") for name in fields])

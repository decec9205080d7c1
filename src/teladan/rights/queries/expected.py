"""The expected path of one person: the remissions to come and the day of leaving, if conduct stays good."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teladan.law.columns import from_facts
from teladan.law.facts import FactsError, parse
from teladan.law.forecast import KINDS, RELEASE, WAYS, forecast
from teladan.law.regulations import in_force
from teladan.law.remission_day import KINDS as RIGHT_OF
from teladan.law.rights import RIGHTS
from teladan.law.terms import day_of
from teladan.people.models import Stay
from teladan.people.queries import facts_of
from teladan.rights.feasts import effective
from teladan.rights.models import ReformRun

Law = Sequence[Mapping[str, str]]
MOST_DRAFTS = 3  # the newest that are not law yet


@dataclass(frozen=True, slots=True)
class Step:
    """A remission to come. `estimated`: the feast is not set yet. `expiry`: the expiry after it. `law`: of that day."""

    day: dt.date
    right: str
    days: int
    rung: int | None
    estimated: bool
    expiry: dt.date
    law: Law


@dataclass(frozen=True, slots=True)
class Expected:
    """The path. `leaves`, `way`: None, "" where no day can be told; `unsure`: with a missing fact it may be earlier."""

    steps: Sequence[Step]
    leaves: dt.date | None
    way: str
    law: Law
    expiry: dt.date | None
    unsure: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a law that was tried and would move this person. `days`: + is later; None: no day can be told."""

    run: ReformRun
    days: int | None

    @property
    def by(self) -> int:
        """By how many days, whichever way."""
        return abs(self.days or 0)


def expected(stay: Stay, as_of: dt.date) -> Expected | None:
    """Return the path of a stay, None when the law cannot read its facts."""
    try:
        known = parse(facts_of([stay], as_of)[0])
    except FactsError:
        return None
    found = forecast(from_facts([known]), as_of, feasts=effective())
    given = found.grants
    steps = [
        Step(
            day=given.on[place].item(),
            right=RIGHT_OF[KINDS[given.kind[place]]],
            days=int(given.days[place]),
            rung=int(given.rung[place]) if given.rung[place] > 0 else None,
            estimated=bool(given.estimated[place]),
            expiry=given.expiry[place].item(),
            law=_law(RIGHT_OF[KINDS[given.kind[place]]], given.on[place].item()),
        )
        for place in range(given.row.size)
    ]
    leaves = found.leaves[0].item()
    way = WAYS[found.way[0]] if leaves else ""
    law = _law(way, leaves) if leaves and way != RELEASE else ()
    return Expected(steps, leaves, way, law, found.expiry[0].item(), bool(found.unsure[0]))


def _law(right: str, day: dt.date) -> Law:
    rule = in_force(RIGHTS[right].laws, day_of(day))
    return rule.law if rule else ()


def drafts_that_move(stay: Stay, as_of: dt.date) -> list[Draft]:
    """Return the newest drafts tried in the facility, not law yet on the day, that would move this person."""
    runs = ReformRun.objects.filter(facility=stay.facility, first__gt=as_of, result__isnull=False)
    found = []
    for run in runs[:MOST_DRAFTS]:
        moved = run.result["moved"] if run.result else []
        mine = next((each for each in moved if each[0] == stay.pk), None)
        if mine:
            found.append(Draft(run, mine[2]))
    return found

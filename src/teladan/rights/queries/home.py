"""The counts of the first page: everything about people in one query, everything about steps in another."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from teladan.people.models import Facility, Officer, Stay
from teladan.rights.models import Step
from teladan.rights.queries import grounds

RELEASE_WINDOWS = (30, 60, 90)
DETENTION_WINDOWS = (10, 3)
NEW = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class People:
    """How many inside, and how many of them need a look. What is counted by days is keyed by days."""

    inside: int
    arrived: int
    released_today: int
    released_within: dict[int, int]
    detention_ends_within: dict[int, int]
    detention_without_end: int
    overstay: int
    not_assessed: int
    without_facts: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What one office owes: steps past their legal limit, the oldest since when."""

    office: str
    count: int
    since: dt.date


@dataclass(frozen=True, slots=True)
class Steps:
    """Open steps by their clocks."""

    due_today: int
    without_limit: int
    overdue: Sequence[Owed]

    @property
    def overdue_total(self) -> int:
        """All steps past their limit."""
        return sum(owed.count for owed in self.overdue)


def count_people(facility: Facility, as_of: dt.date) -> People:
    """Count the people inside, in one query."""
    inside = Stay.objects.filter(facility=facility, released_on=None)
    found = inside.aggregate(**{name: Count("pk", filter=asked) for name, asked in _asked(as_of).items()})
    return People(
        **{name: number for name, number in found.items() if not name[-1].isdigit()},
        released_within={days: found[f"released_{days}"] for days in RELEASE_WINDOWS},
        detention_ends_within={days: found[f"detention_{days}"] for days in DETENTION_WINDOWS},
    )


def count_steps(facility: Facility, as_of: dt.date, case_officer: Officer | None = None) -> Steps:
    """Count the open steps, or those about one case officer's wards, in one query."""
    steps = Step.objects.filter(case__facility=facility, state=Step.State.OPEN)
    if case_officer:
        steps = steps.filter(case__stay__case_officer=case_officer)
    late = Q(due_on__lt=as_of)
    rows = steps.order_by().values("office")
    offices = rows.annotate(
        today=Count("pk", filter=Q(due_on=as_of)),
        free=Count("pk", filter=Q(due_on=None)),
        late=Count("pk", filter=late),
        since=Min("due_on", filter=late),
    )
    found = list(offices)
    owed = [Owed(row["office"], row["late"], row["since"]) for row in found if row["late"]]
    return Steps(
        due_today=sum(row["today"] for row in found),
        without_limit=sum(row["free"] for row in found),
        overdue=sorted(owed, key=lambda each: (each.since, each.office)),
    )


def _asked(as_of: dt.date) -> dict[str, Q]:
    asked = {f"released_{days}": grounds.released_within(as_of, days) for days in RELEASE_WINDOWS}
    asked |= {f"detention_{days}": grounds.detention_ends_within(as_of, days) for days in DETENTION_WINDOWS}
    return asked | {
        "inside": Q(),
        "arrived": Q(admitted_on__range=(as_of - NEW, as_of)),
        "released_today": grounds.released_within(as_of, 0),
        "detention_without_end": grounds.detained() & grounds.without_end(),
        "overstay": grounds.overstays(as_of),
        "not_assessed": grounds.not_assessed(),
        "without_facts": grounds.not_assessed() | grounds.waiting_for_facts(),
    }

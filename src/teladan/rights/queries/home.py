"""The counts of the first page and the lists behind them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from teladan.people.models import Facility
from teladan.rights.models import Standing, Step

RELEASE_WINDOWS = (30, 60, 90)
DETENTION_WINDOWS = (10, 3)


@dataclass(frozen=True, slots=True)
class Owed:
    """What one office owes: steps past their legal limit, the oldest since when."""

    office: str
    count: int
    since: dt.date


@dataclass(frozen=True, slots=True)
class Home:
    """The numbers of the first page. `released_within` and `detention_ends_within` are keyed by days."""

    due_today: int
    overdue: Sequence[Owed]
    without_limit: int
    released_today: int
    released_within: dict[int, int]
    detention_ends_within: dict[int, int]
    overstay: int
    problems: int

    @property
    def overdue_total(self) -> int:
        """All steps past their limit."""
        return sum(owed.count for owed in self.overdue)


def home(facility: Facility, as_of: dt.date) -> Home:
    """Return the counts of the first page, in three queries."""
    counts = _inside(facility).aggregate(**_windows(as_of))
    steps = _open_steps(facility)
    clock = steps.aggregate(today=Count("pk", filter=Q(due_on=as_of)), free=Count("pk", filter=Q(due_on=None)))
    owed = steps.filter(due_on__lt=as_of).values("office").annotate(n=Count("pk"), since=Min("due_on"))
    return Home(
        due_today=clock["today"],
        overdue=[Owed(row["office"], row["n"], row["since"]) for row in owed.order_by("since")],
        without_limit=clock["free"],
        released_today=counts["today"],
        released_within={days: counts[f"release_{days}"] for days in RELEASE_WINDOWS},
        detention_ends_within={days: counts[f"detention_{days}"] for days in DETENTION_WINDOWS},
        overstay=counts["overstay"],
        problems=counts["problems"],
    )


def releases(facility: Facility, as_of: dt.date, days: int) -> QuerySet[Standing]:
    """Return who is released within so many days, the nearest first."""
    return _people(facility).filter(_within("release", as_of, days)).order_by("release", "pk")


def detentions_ending(facility: Facility, as_of: dt.date, days: int) -> QuerySet[Standing]:
    """Return whose detention order ends within so many days, the nearest first."""
    return _people(facility).filter(_within("detention_ends", as_of, days)).order_by("detention_ends", "pk")


def overstays(facility: Facility, as_of: dt.date) -> QuerySet[Standing]:
    """Return who is still inside after the day of release or the last day of detention: nobody should be."""
    return _people(facility).filter(_overstays(as_of)).order_by("release", "detention_ends", "pk")


def _inside(facility: Facility) -> QuerySet[Standing]:
    return Standing.objects.filter(facility=facility, stay__released_on=None)


def _people(facility: Facility) -> QuerySet[Standing]:
    return _inside(facility).select_related("stay__person")


def _open_steps(facility: Facility) -> QuerySet[Step]:
    return Step.objects.filter(case__facility=facility, state=Step.State.OPEN)


def _windows(as_of: dt.date) -> dict[str, Count]:
    wanted = {f"release_{days}": _within("release", as_of, days) for days in RELEASE_WINDOWS}
    wanted |= {f"detention_{days}": _within("detention_ends", as_of, days) for days in DETENTION_WINDOWS}
    wanted |= {"today": Q(release=as_of), "overstay": _overstays(as_of), "problems": ~Q(problem="")}
    return {name: Count("pk", filter=condition) for name, condition in wanted.items()}


def _within(field: str, as_of: dt.date, days: int) -> Q:
    return Q(**{f"{field}__gte": as_of, f"{field}__lte": as_of + dt.timedelta(days=days)})


def _overstays(as_of: dt.date) -> Q:
    # The expiry day is itself the day of release; a day covered by an order is still lawful.
    return Q(release__lt=as_of) | Q(detention_ends__lt=as_of)

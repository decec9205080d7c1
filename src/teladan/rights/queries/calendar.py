"""The calendar of rights: on which day whose right can take effect."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.db.models import Count

from teladan.people.models import Facility
from teladan.rights.models import RightStanding

SHOWN = ("eligible", "upcoming", "needs_facts", "blocked")


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar: right -> how many people."""

    on: dt.date
    rights: Counter[str]

    @property
    def people(self) -> int:
        """How many rights fall on this day."""
        return self.rights.total()


def calendar(facility: Facility, first: dt.date, last: dt.date, statuses: Sequence[str] = SHOWN) -> list[Day]:
    """Return the days from `first` to `last` on which a right of somebody inside falls, in one query."""
    rows = RightStanding.objects.filter(
        standing__facility=facility,
        standing__stay__released_on=None,
        status__in=statuses,
        date__range=(first, last),
    )
    found: dict[dt.date, Counter[str]] = {}
    for row in rows.values("date", "right").annotate(n=Count("pk")).order_by("date", "right"):
        found.setdefault(cast("dt.date", row["date"]), Counter())[row["right"]] = row["n"]
    return [Day(on, rights) for on, rights in found.items()]

"""The people behind the counts that the first page shows a few of."""

import datetime as dt

from django.db.models import QuerySet

from teladan.people.models import Facility
from teladan.rights.models import Standing
from teladan.rights.queries import grounds


def releases(facility: Facility, as_of: dt.date, days: int) -> QuerySet[Standing]:
    """Return who is released within so many days, the nearest first."""
    return _inside(facility).filter(grounds.released_within(as_of, days, at="")).order_by("release", "pk")


def detentions_ending(facility: Facility, as_of: dt.date, days: int) -> QuerySet[Standing]:
    """Return whose detention order ends within so many days, the nearest first."""
    ending = grounds.detention_ends_within(as_of, days, at="")
    return _inside(facility).filter(ending).order_by("detention_ends", "pk")


def _inside(facility: Facility) -> QuerySet[Standing]:
    return Standing.objects.filter(facility=facility, stay__released_on=None).select_related("stay__person")

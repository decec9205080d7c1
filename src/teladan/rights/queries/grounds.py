"""Conditions on the latest assessment, said once: the counts of the first page and the lists behind them ask the same.

`at` is how the asking rows reach the assessment: `standing__` from a stay, nothing from the standing itself.
"""

import datetime as dt

from django.db.models import Exists, OuterRef, Q

from teladan.people.models import StayStatus
from teladan.rights.models import RightStanding

WAITS = RightStanding.objects.filter(status="needs_facts")  # whether or not a date is known: none is forgotten


def released_within(as_of: dt.date, days: int, at: str = "standing__") -> Q:
    """Who goes home between the day and so many days later, both included."""
    return _between(f"{at}release", as_of, days)


def detention_ends_within(as_of: dt.date, days: int, at: str = "standing__") -> Q:
    """Whose last covered day comes between the day and so many days later."""
    return _between(f"{at}detention_ends", as_of, days)


def without_end(at: str = "standing__") -> Q:
    """Of whom nobody knows until when an order covers them; a condition on detainees."""
    return Q(**{f"{at}detention_ends__isnull": True})


def overstays(as_of: dt.date, at: str = "standing__") -> Q:
    """Who is inside without a ground. The expiry day is the day of release; a day an order covers is lawful."""
    return Q(**{f"{at}release__lt": as_of}) | Q(**{f"{at}detention_ends__lt": as_of})


def not_assessed() -> Q:
    """Stays that the law could not assess, or that nobody has had assessed yet."""
    return Q(standing__isnull=True) | Q(standing__problem__gt="")


def waiting_for_facts(right: str = "") -> Q:
    """Stays with a right (any, or this one) that waits for a fact, with or without a date."""
    rights = WAITS.filter(right=right) if right else WAITS
    return Q(Exists(rights.filter(standing__stay=OuterRef("pk"))))


def detained() -> Q:
    """Stays held on detention orders."""
    return Q(status=StayStatus.DETAINEE)


def _between(field: str, as_of: dt.date, days: int) -> Q:
    return Q(**{f"{field}__gte": as_of, f"{field}__lte": as_of + dt.timedelta(days=days)})

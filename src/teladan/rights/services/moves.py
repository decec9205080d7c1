"""What differs between two assessments of a stay in what matters: dates and rights, not the day or the words."""

import datetime as dt
from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from teladan.rights.findings import TIMELINE_DATES, TIMELINE_NUMBERS, RightFound
from teladan.rights.models import OF_A_RIGHT, RightStanding, Standing

MATTER = (*TIMELINE_DATES, *TIMELINE_NUMBERS, "register_class", "problem", "detention_ends")
VALUES = attrgetter(*MATTER)
Values = tuple[Any, ...]
Moved = dict[str, list[Any]]


def values_of(right: RightFound | RightStanding) -> Values:
    """Return a right as `RightStanding` keeps it, found or kept, in the order of OF_A_RIGHT."""
    return (right.status, right.date, right.ends, right.length_days, list(right.failed), list(right.unknown))


def moved_dates(before: Standing, after: Standing) -> Moved:
    """Return by name what the timeline was and is, as JSON; only what differs."""
    pairs = zip(MATTER, VALUES(before), VALUES(after), strict=True)
    return {name: [_plain(old), _plain(new)] for name, old, new in pairs if old != new}


def moved_rights(before: Mapping[str, Values], after: Mapping[str, Values]) -> Moved:
    """Return by right what it was and is, as JSON; null where there was none; only what differs."""
    names = [*after, *(name for name in before if name not in after)]
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return {name: [as_json(old), as_json(new)] for name, old, new in pairs if old != new}


def dates_as_json(standing: Standing) -> dict[str, Any]:
    """Return everything of the timeline that matters, as `moved_dates` writes it."""
    return {name: _plain(getattr(standing, name)) for name in MATTER}


def as_json(values: Values | None) -> list[Any] | None:
    """Write the values of a right as JSON."""
    return None if values is None else [_plain(value) for value in values]


def named(values: list[Any] | None) -> dict[str, Any]:
    """Give the values of a right their names; nothing for none."""
    return {} if values is None else dict(zip(OF_A_RIGHT, values, strict=True))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value

"""The day of the year on which a remission is given, for whoever asks which days come: 17 August, 23 July."""

import datetime as dt
from collections.abc import Iterator

from teladan.law.regulations import LawError, in_force
from teladan.law.rights import RIGHTS
from teladan.law.terms import day_of


def grant_days(right: str, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the days from `first` to `last` on which the law gives a right; LawError: it has no day of its own."""
    return [day for day in _yearly(right, first.year, last.year) if first <= day <= last and _given_on(right, day)]


def day_of_the_year(right: str, group: str = "") -> tuple[int, int]:
    """Return month and day by the newest rule of a right, of a `group` ("age", "illness") where each has its own."""
    rule, prefix = RIGHTS[right].laws[-1], f"{group}_" if group else ""
    if f"{prefix}month" not in rule.numbers:
        raise LawError(f"{right} has no day of the year")
    return rule[f"{prefix}month"], rule[f"{prefix}day"]


def _yearly(right: str, first: int, last: int) -> Iterator[dt.date]:
    days = {(rule["month"], rule["day"]) for rule in RIGHTS[right].laws if "month" in rule.numbers}
    if not days:
        raise LawError(f"{right} has no day of the year")
    yield from sorted(dt.date(year, month, day) for year in range(first, last + 1) for month, day in days)


def _given_on(right: str, day: dt.date) -> bool:
    rule = in_force(RIGHTS[right].laws, day_of(day))
    return rule is not None and (rule["month"], rule["day"]) == (day.month, day.day)

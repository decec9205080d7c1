"""The days on which something is granted, through the years: 17 August, feasts, 29 May, the quarterly review."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from teladan.law import feasts
from teladan.law.grant_days import day_of_the_year
from teladan.law.terms import date_of

FIRST_YEAR = 2000  # no law here before 23 December 1999


@dataclass(frozen=True, order=True)
class Day:
    """A day and what is decided on it; `who` is a religion, or empty for everybody."""

    on: date
    rights: tuple[str, ...]
    who: str = ""


REVIEWED = ("late_remission", "parole", "pre_release_leave", "conditional_leave")
INDEPENDENCE = ("general_remission", "additional_remission", "decade_remission")


def days(until: date) -> list[Day]:
    """Return every day before `until`, in order. What falls on `until` itself is still to be decided."""
    found = [*_of_the_year(until.year), *_feasts()]
    return sorted(day for day in found if day.on.year >= FIRST_YEAR and day.on < until)


def _of_the_year(last: int) -> Iterator[Day]:
    for year in range(FIRST_YEAR, last + 1):
        yield Day(date(year, *day_of_the_year("general_remission")), INDEPENDENCE)
        yield Day(date(year, *day_of_the_year("humanitarian_remission", "age")), ("humanitarian_remission",), "elderly")
        for month in (1, 4, 7, 10):
            yield Day(date(year, month, 1), REVIEWED, "review")


def _feasts() -> Iterator[Day]:
    for religion, table in feasts.DEFAULT.days.items():
        for day in table.tolist():
            yield Day(date_of(day), ("religious_remission",), religion)

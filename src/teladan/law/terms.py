"""Lengths of time and dates, over columns.

A day is an int64 count of days since 1970-01-01, the same number that datetime64[D] holds, so that
`days.view("M8[D]")` costs nothing; `NONE` is what datetime64 calls NaT. A length of time is years, months
and days: years are calendar years, a month is 30 days (old KUHP art 97; Keppres 174/1999 art 7(4)).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Flags = NDArray[np.bool_]
Codes = NDArray[np.int8]

NONE: Final = int(np.iinfo(np.int64).min)
FAR: Final = 10_000_000  # later than any date of a sentence; -FAR is earlier than any
MONTH: Final = 30
YEAR: Final = 360
MONTHS: Final = 12  # a year
EPOCH: Final = 719_163


@dataclass(frozen=True, slots=True)
class Term:
    """A pronounced length of time; the parts are as pronounced and never negative."""

    years: int = 0
    months: int = 0
    days: int = 0

    @property
    def total(self) -> int:
        """Days for comparing lengths: 360 a year, 30 a month."""
        return YEAR * self.years + MONTH * self.months + self.days


def parts(days: int) -> tuple[int, int, int]:
    """Years, months and days of a number of days: years of 360, months of 30."""
    years, rest = divmod(days, YEAR)
    return years, *divmod(rest, MONTH)


def months_and_days(days: int) -> tuple[int, int]:
    """Months of 30 days and days, as remissions are granted."""
    return divmod(days, MONTH)


def day_of(date: dt.date) -> int:
    """The day number of a date."""
    return date.toordinal() - EPOCH


def date_of(day: int) -> dt.date:
    """The date of a day number."""
    return dt.date.fromordinal(int(day) + EPOCH)


def add_years(day: Days, years: Days | int) -> Days:
    """Calendar years later, any shape; 29 February becomes 1 March (U5). No `NONE` in it."""
    first = day.view("M8[D]").astype("M8[M]")
    within = day - first.astype("M8[D]").view(np.int64)
    moved: Days = (first.view(np.int64) + MONTHS * np.asarray(years)).view("M8[M]").astype("M8[D]").view(np.int64)
    result: Days = moved + within
    return result


def add_total(day: Days, total: Days) -> Days:
    """Add a length given in 360-day years and 30-day months: whole years run by the calendar."""
    years, rest = np.divmod(total, YEAR)
    return add_years(day, years) + rest


def year_of(day: Days) -> Days:
    """The calendar year of each day."""
    years: Days = day.view("M8[D]").astype("M8[Y]").view(np.int64) + 1970
    return years


def first_of_year(year: Days) -> Days:
    """The day number of 1 January of each year."""
    days: Days = (year - 1970).view("M8[Y]").astype("M8[D]").view(np.int64)
    return days

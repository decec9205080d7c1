"""Two forecasts of the same people laid beside each other: who gains, who loses, how full the house will be."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from teladan.law.forecast import RELEASE, WAYS, Forecast

MONTHS = 36
AFTER_ALL = np.datetime64("9999-12-31", "D")


class Grade(StrEnum):
    """What a draft does to somebody, worst first: the harm if it were applied to whom the present law still protects.

    LOST, LATER: possible unlawful detention. NEW, EARLIER: possible wrongful release, if applied before it is law.
    """

    LOST = "lost"  # had a way out before the end of the term and has none
    LATER = "later"
    NEW = "new"  # has a way out before the end of the term and had none
    EARLIER = "earlier"
    SAME = "same"
    UNKNOWN = "unknown"  # no day can be told under one of the laws


HARM = {Grade.LOST: "detention", Grade.LATER: "detention", Grade.NEW: "release", Grade.EARLIER: "release"}


@dataclass(frozen=True, slots=True)
class Moved:
    """One person: the day and way of leaving under both laws, and by how many days it moves (+ is later)."""

    row: int
    grade: Grade
    days: int | None
    before: dt.date | None
    after: dt.date | None
    way_before: str
    way_after: str


def moved(before: Forecast, after: Forecast) -> Iterator[Moved]:
    """Yield everybody, in the order of the forecasts."""
    ways = [[WAYS[code] if code >= 0 else "" for code in found.way] for found in (before, after)]
    days = [found.leaves.tolist() for found in (before, after)]
    for row, (old, new, way_old, way_new) in enumerate(zip(*days, *ways, strict=True)):
        by = (new - old).days if old and new else None
        yield Moved(row, _grade(by, way_old, way_new), by, old, new, way_old, way_new)


def _grade(by: int | None, way_before: str, way_after: str) -> Grade:
    if by is None:
        return Grade.UNKNOWN
    if by == 0:
        return Grade.SAME
    if by > 0:
        return Grade.LOST if way_after == RELEASE != way_before else Grade.LATER
    return Grade.NEW if way_before == RELEASE != way_after else Grade.EARLIER


def month_starts(as_of: dt.date) -> list[dt.date]:
    """Return the day itself and the first days of the 36 months after it."""
    return [as_of, *(month_after(as_of, number) for number in range(1, MONTHS + 1))]


def month_after(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month so many months after that of a day."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def staying(found: Forecast, days: Sequence[dt.date]) -> list[int]:
    """Return how many of these people are still inside on each day: all on the first, and who has no day stays."""
    leaves = np.where(np.isnat(found.leaves), AFTER_ALL, found.leaves)
    return [leaves.size, *(int((leaves > np.datetime64(day, "D")).sum()) for day in days[1:])]


def due(found: Forecast) -> int:
    """Return how many may leave on the very day they are looked at, and are still inside."""
    return int((found.leaves == np.datetime64(found.as_of, "D")).sum())


def coming(began: Any, leaves: Any, as_of: dt.date, days: Sequence[dt.date]) -> list[int]:
    """Return how many newcomers are inside on each day, if those who came in the last year come again every year.

    `began`, `leaves`: datetime64[D] of those people. Each comes again on the same day one, two, ... years later and
    stays as long as is expected of the first; who has no day of leaving stays.
    """
    year = np.timedelta64(365, "D")
    gone = np.where(np.isnat(leaves), AFTER_ALL, leaves)
    last = np.datetime64(days[-1], "D")
    found = np.zeros(len(days), np.int64)
    dates = np.array(days, "M8[D]")[:, None]
    shift = year
    while began.size and np.datetime64(as_of, "D") - year + shift <= last:
        ends = np.where(gone == AFTER_ALL, AFTER_ALL, gone + shift)
        found += ((began + shift <= dates) & (dates < ends)).sum(axis=1)
        shift = shift + year
    return [int(number) for number in found]

"""Questions about days that several nouns ask in the same words."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def not_in_future(row: Any, field: str, today: dt.date) -> Iterator[Problem]:
    """Refuse a day that has not come."""
    day = getattr(row, field)
    if day and day > today:
        yield problem(
            row,
            field,
            "in_future",
            "Tanggal {day} belum terjadi. Isi tanggal paling lambat hari ini, {today}.",
            "{day} has not come yet. Give a date no later than today, {today}.",
            day=day,
            today=today,
        )


def not_before_custody(row: Any, field: str, whole: Whole) -> Iterator[Problem]:
    """Refuse a day before the first day held."""
    day, start = getattr(row, field), whole.custody_start
    if day and day < start:
        yield problem(
            row,
            field,
            "before_custody",
            "Tanggal {day} lebih awal dari hari pertama ditahan, {start}. Periksa kedua tanggal.",
            "{day} is before the first day in custody, {start}. Check both dates.",
            day=day,
            start=start,
        )


def in_order(row: Any, first: str, last: str) -> Iterator[Problem]:
    """Refuse an end before its start."""
    start, end = getattr(row, first), getattr(row, last)
    if start and end and end < start:
        yield problem(
            row,
            last,
            "end_before_start",
            "Tanggal akhir {end} lebih awal dari tanggal mulai {start}. Periksa kedua tanggal.",
            "The end, {end}, is before the start, {start}. Check both dates.",
            start=start,
            end=end,
        )

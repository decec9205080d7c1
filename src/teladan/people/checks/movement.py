"""Moves in and out of the gate."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone

from teladan.people.models import Movement
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def movement_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a move that has not come, or from before the first day held: years 9999 and 0001 are slips of a key."""
    start = whole.custody_start
    for movement in whole.of(Movement):
        day = timezone.localtime(movement.at).date()
        if day > today:
            yield problem(
                movement,
                "at",
                "in_future",
                "Tanggal {day} belum terjadi. Isi tanggal paling lambat hari ini, {today}.",
                "{day} has not come yet. Give a date no later than today, {today}.",
                day=day,
                today=today,
            )
        if day < start:
            yield problem(
                movement,
                "at",
                "before_custody",
                "Tanggal {day} lebih awal dari hari pertama ditahan, {start}. Periksa kedua tanggal.",
                "{day} is before the first day in custody, {start}. Check both dates.",
                day=day,
                start=start,
            )

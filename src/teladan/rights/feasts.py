"""Feast days: the law's table with the corrections of officers laid over it. They hold for the whole installation."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Max, QuerySet

from teladan.law.feasts import DEFAULT, Correction, Feasts
from teladan.law.terms import date_of, day_of
from teladan.rights.models import FeastCorrection


def in_force() -> list[FeastCorrection]:
    """Return the corrections that nobody took back, the last for each feast, oldest first: one query."""
    rows = FeastCorrection.objects.filter(withdraws=None, withdrawn=None).order_by("pk")
    return list({_feast_of(row): row for row in rows.select_related("made_by__facility")}.values())


def last_key() -> int:
    """Return the key of the last row about feasts; rows are only added, so it grows with every correction."""
    return FeastCorrection.objects.aggregate(last=Max("pk"))["last"] or 0


def known_before(moment: dt.datetime) -> Feasts:
    """Return the feasts as they were used just before a moment: later corrections and withdrawals undone."""
    return _of(FeastCorrection.objects.filter(made_at__lt=moment))


def known_up_to(key: int) -> Feasts:
    """Return the feasts as they were used when the row of this key (`last_key`) was the last."""
    return _of(FeastCorrection.objects.filter(pk__lte=key))


def _of(said: QuerySet[FeastCorrection]) -> Feasts:
    standing = said.filter(withdraws=None).exclude(pk__in=said.exclude(withdraws=None).values("withdraws"))
    return effective({_feast_of(row): row for row in standing.order_by("pk")}.values())


def effective(corrections: Iterable[FeastCorrection] | None = None) -> Feasts:
    """Return the feasts to use now; `corrections`: those in force, when the caller has asked for them already."""
    rows = in_force() if corrections is None else corrections
    found = [Correction(row.religion, row.day, _replaced(row)) for row in rows]
    return DEFAULT.corrected(found) if found else DEFAULT


def feast_days(religion: str, year: int, feasts: Feasts | None = None) -> list[tuple[dt.date, bool]]:
    """Return the feast days of a religion in a Gregorian year, each with whether it is only an estimate.

    `feasts`: those in use, when the caller has asked for them already.
    """
    feasts = feasts or effective()
    if religion not in feasts.days:
        return []
    pairs = zip(feasts.days[religion].tolist(), feasts.estimated[religion].tolist(), strict=True)
    return [(day, estimated) for number, estimated in pairs if (day := date_of(number)).year == year]


def in_table(religion: str, day: dt.date) -> bool:
    """Return whether the law's own table has a feast of this religion on this day."""
    return religion in DEFAULT.days and day_of(day) in DEFAULT.days[religion]


def _feast_of(row: FeastCorrection) -> tuple[str, int, dt.date | None]:
    """Say which feast a correction is about. An extra feast is about itself."""
    return (row.religion, row.year, row.day) if row.extra else (row.religion, 0, row.replaces or row.day)


def _replaced(row: FeastCorrection) -> dt.date | None:
    """Say which day of the table goes; the nearest one when a later table no longer has the day that was chosen."""
    if row.extra:
        return row.day
    return row.replaces if row.replaces and in_table(row.religion, row.replaces) else None

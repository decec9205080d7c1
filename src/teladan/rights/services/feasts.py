"""A feast as the government set it: moved, added, taken back. For every facility of the installation at once.

The day of a feast is national: no facility has its own. So each act locks and writes the ledger of every facility and
asks, in the same transaction, that the worker assesses everybody inside of that religion: too long for a page.
"""

import datetime as dt

from django.db import transaction

from teladan.people.models import Facility, Officer, Stay
from teladan.people.models.person import Religion
from teladan.rights import actions
from teladan.rights.errors import RightsError
from teladan.rights.feasts import feast_days, in_table
from teladan.rights.jobs.asking import ask_follow
from teladan.rights.models import FeastCorrection
from teladan.rights.services.nationwide import lock_all, own, tell_all

FARTHEST = 14  # days between an estimate and the day set; more is a slip of the pen


@transaction.atomic
def move_feast(  # noqa: PLR0913 - each is asked of the officer
    religion: str, replaces: dt.date, day: dt.date, *, source: str, actor: Officer | None, now: dt.datetime
) -> FeastCorrection:
    """Let the table's feast of `replaces` be on `day`, which may be the same day: then it is an estimate no longer.

    Sent twice it is kept once. Raises RightsError.
    """
    facilities = lock_all()
    row = FeastCorrection(religion=religion, day=day, replaces=replaces, source=source.strip())
    _refuse_without_source(row.source)
    if not in_table(religion, replaces):
        raise _refused("no_feast", "Hari raya ini tidak ada dalam tabel.", "The table has no such feast.")
    if (last := _last(religion=religion, replaces=replaces)) and _says_the_same(last, row):
        return last
    if abs(day - replaces) > dt.timedelta(days=FARTHEST):
        raise _refused(
            "too_far",
            "Lebih dari {days} hari dari perkiraan {table}. Periksa tahunnya, atau tambahkan sebagai hari raya lain.",
            "More than {days} days from the estimate, {table}. Check the year, or add it as another feast.",
            field="day",
            days=FARTHEST,
            table=replaces,
        )
    _refuse_taken(religion, day, last.day if last else replaces)
    return _keep(row, facilities, actor, now, actions.FEAST_CORRECTED)


@transaction.atomic
def add_feast(religion: str, day: dt.date, *, source: str, actor: Officer | None, now: dt.datetime) -> FeastCorrection:
    """Lay a further feast beside those of the table. Sent twice it is kept once. Raises RightsError."""
    facilities = lock_all()
    row = FeastCorrection(religion=religion, day=day, extra=True, source=source.strip())
    _refuse_without_source(row.source)
    if religion not in Religion.values:
        raise _refused("no_religion", "Pilih agama.", "Choose a religion.", field="religion")
    if (last := _last(religion=religion, day=day, extra=True)) and _says_the_same(last, row):
        return last
    _refuse_taken(religion, day, None)
    return _keep(row, facilities, actor, now, actions.FEAST_CORRECTED)


@transaction.atomic
def take_back(correction: FeastCorrection, *, why: str, actor: Officer | None, now: dt.datetime) -> FeastCorrection:
    """Undo a correction: what held before it holds again. Taking it back twice is taking it back once."""
    facilities = lock_all()
    if not why.strip():
        raise _refused("why_missing", "Tuliskan mengapa ditarik.", "Write why it is taken back.", field="source")
    if correction.withdraws_id:
        raise ValueError("a withdrawal is not taken back: enter the day again")
    if done := FeastCorrection.objects.filter(withdraws=correction).first():
        return done
    row = FeastCorrection(
        religion=correction.religion,
        day=correction.day,
        replaces=correction.replaces,
        extra=correction.extra,
        withdraws=correction,
        source=why.strip(),
    )
    return _keep(row, facilities, actor, now, actions.FEAST_WITHDRAWN)


def _last(**which: object) -> FeastCorrection | None:
    rows = FeastCorrection.objects.filter(withdraws=None, withdrawn=None, **which)
    return rows.order_by("-pk").first()


def _says_the_same(last: FeastCorrection, row: FeastCorrection) -> bool:
    return (last.day, last.source) == (row.day, row.source)


def _keep(
    row: FeastCorrection, facilities: list[Facility], actor: Officer | None, now: dt.datetime, action: str
) -> FeastCorrection:
    row.year, row.made_at, row.made_by = row.day.year, now, actor
    row.save()
    data = {
        "religion": row.religion,
        "day": row.day.isoformat(),
        "replaces": row.replaces.isoformat() if row.replaces else None,
    }
    inside = Stay.objects.filter(released_on=None, person__religion=row.religion)
    concerned = set(inside.values_list("facility", flat=True))
    tell_all(facilities, actor, action, f"feast:{row.religion}:{row.year}", data)
    for facility in facilities:
        if facility.pk in concerned:
            ask_follow(facility, row, actor=own(actor, facility), now=now)
    return row


def _refuse_without_source(source: str) -> None:
    if not source:
        raise _refused(
            "no_source",
            "Tuliskan keputusan pemerintah yang menetapkan hari raya ini.",
            "Name the government's decision that sets this feast.",
            field="source",
        )


def _refuse_taken(religion: str, day: dt.date, own: dt.date | None) -> None:
    """Refuse a day on which another feast of the religion is."""
    if day != own and day in [each for each, _estimated in feast_days(religion, day.year)]:
        raise _refused(
            "taken",
            "Pada {day} sudah ada hari raya agama ini.",
            "There is a feast of this religion on {day} already.",
            field="day",
            day=day,
        )


def _refused(code: str, id_: str, en: str, *, field: str = "", **values: object) -> RightsError:
    return RightsError(None, code, id=id_, en=en, field=field, **values)

"""Feast days: the law's table with the corrections of officers laid over it."""

import datetime as dt

from django.db import transaction

from teladan.law.feasts import DEFAULT, Correction, Feasts
from teladan.law.terms import date_of
from teladan.ledger import services as ledger
from teladan.people.models import Facility, Officer
from teladan.rights import actions
from teladan.rights.errors import RightsError
from teladan.rights.models import FeastCorrection


def effective() -> Feasts:
    """Return the feasts to use now, in one query; of several corrections for a religion and year the last counts."""
    last = {(row.religion, row.year, row.replaces): row for row in FeastCorrection.objects.order_by("pk")}
    if not last:
        return DEFAULT
    return DEFAULT.corrected(Correction(row.religion, row.day, row.replaces) for row in last.values())


def feast_days(religion: str, year: int, feasts: Feasts | None = None) -> list[tuple[dt.date, bool]]:
    """Return the feast days of a religion in a Gregorian year, each with whether it is only an estimate.

    `feasts`: those in use, when the caller has asked for them already.
    """
    feasts = feasts or effective()
    if religion not in feasts.days:
        return []
    pairs = zip(feasts.days[religion].tolist(), feasts.estimated[religion].tolist(), strict=True)
    return [(day, estimated) for number, estimated in pairs if (day := date_of(number)).year == year]


@transaction.atomic
def correct_feast(  # noqa: PLR0913 - each is asked of the officer
    facility: Facility,
    *,
    religion: str,
    day: dt.date,
    replaces: dt.date | None,
    source: str,
    actor: Officer | None,
    now: dt.datetime,
) -> FeastCorrection:
    """Lay a feast day, as the government set it, over the table; `source` names the government's decision.

    `replaces` is the day of the table it stands for; None: the table's day within a fortnight. Raises RightsError.
    """
    ledger.lock(facility)
    if not source.strip():
        raise RightsError(
            None,
            "no_source",
            id="Tuliskan keputusan pemerintah yang menetapkan hari raya ini.",
            en="Name the government's decision that sets this feast.",
            field="source",
        )
    correction = FeastCorrection.objects.create(
        religion=religion,
        year=day.year,
        day=day,
        replaces=replaces,
        source=source.strip(),
        made_at=now,
        made_by=actor,
    )
    data = {"religion": religion, "day": day.isoformat(), "replaces": replaces.isoformat() if replaces else None}
    subject = f"feast:{religion}:{day.year}"
    ledger.append(facility=facility, actor=actor, action=actions.FEAST_CORRECTED, subject=subject, data=data)
    return correction

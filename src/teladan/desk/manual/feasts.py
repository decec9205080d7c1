"""The feast days on which religious remission is given, by religion and year, as they are used now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from teladan.law.feasts import Feasts
from teladan.law.terms import date_of
from teladan.people.models import Facility
from teladan.people.models.person import Religion
from teladan.rights.feasts import feast_days, in_table
from teladan.rights.models import FeastCorrection, Occasion


@dataclass(frozen=True)
class Feast:
    """One feast day; `estimated` until the government has set it. `table`: the table's day that it stands for."""

    code: str
    religion: str
    day: date
    estimated: bool
    correction: FeastCorrection | None = None
    table: date | None = None


def of_years(feasts: Feasts, corrections: Sequence[FeastCorrection], first: int, last: int) -> dict[int, list[Feast]]:
    """Return the feasts of each year, by day."""
    by_day = {(row.religion, row.day): row for row in corrections}
    found: dict[int, list[Feast]] = {year: [] for year in range(first, last + 1)}
    for code, label in Religion.choices:
        for number, estimated in zip(feasts.days.get(code, ()), feasts.estimated.get(code, ()), strict=True):
            day = date_of(int(number))
            if day.year in found:
                found[day.year].append(_feast(code, str(label), day, bool(estimated), by_day.get((code, day))))
    return {year: sorted(each, key=lambda feast: feast.day) for year, each in found.items()}


def _feast(code: str, label: str, day: date, estimated: bool, correction: FeastCorrection | None) -> Feast:
    table = correction.replaces if correction else day
    kept = table if table and in_table(code, table) else None
    return Feast(code, label, day, estimated, correction, kept)


def no_longer(house: Facility, feasts: Feasts) -> list[Occasion]:
    """Return the undecided remission days of the facility that were opened for a day that is no feast any more."""
    rows = Occasion.objects.filter(facility=house, state=Occasion.State.PROPOSED, right="religious_remission")
    return [row for row in rows if not _is_feast(row, feasts)]


def _is_feast(row: Occasion, feasts: Feasts) -> bool:
    return row.grant_day in [day for day, _estimated in feast_days(row.religion, row.grant_day.year, feasts)]

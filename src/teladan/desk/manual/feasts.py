"""The feast days on which religious remission is given, by religion and year, as they are used now."""

from dataclasses import dataclass
from datetime import date

from teladan.law.feasts import Feasts
from teladan.law.terms import date_of
from teladan.people.models.person import Religion


@dataclass(frozen=True)
class Feast:
    """One feast day; `estimated` until the government has set it."""

    religion: str
    day: date
    estimated: bool


def of_years(feasts: Feasts, first: int, last: int) -> dict[int, list[Feast]]:
    """Return the feasts of each year, by day."""
    found: dict[int, list[Feast]] = {year: [] for year in range(first, last + 1)}
    for code, label in Religion.choices:
        for number, estimated in zip(feasts.days.get(code, ()), feasts.estimated.get(code, ()), strict=True):
            day = date_of(int(number))
            if day.year in found:
                found[day.year].append(Feast(str(label), day, bool(estimated)))
    return {year: sorted(each, key=lambda feast: feast.day) for year, each in found.items()}

"""The feast days on which religious remission is given, by religion, with corrections laid over them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import numpy as np

from teladan.law import codes, regulations
from teladan.law.terms import FAR, NONE, Days, Flags, day_of, first_of_year, year_of

EMPTY: Final = np.empty(0, np.int64)
SPAN: Final = 1 << 30  # more days than any date lies from another


@dataclass(frozen=True, slots=True)
class Correction:
    """One feast day as the government set it. `replaces`: the day of the table that it stands for, if any."""

    religion: str
    on: dt.date
    replaces: dt.date | None = None


@dataclass(frozen=True)
class Feasts:
    """Sorted day numbers and whether each is an estimate, by religion. A religion without a feast is absent."""

    days: Mapping[str, Days]
    estimated: Mapping[str, Flags]

    def next_on(self, religion: Days, lower: Days) -> Days:
        """First feast of each person's religion on or after `lower`; NONE: no feast, or after the table's end."""
        row = np.maximum(religion, 0)
        place = np.searchsorted(self._keys, row * SPAN + np.clip(lower, -SPAN // 2, SPAN // 2 - 1))
        there = (place < self._ends[row]) & (religion >= 0)
        return np.where(there, self._all[np.where(there, place, 0)], NONE)

    @cached_property
    def _keys(self) -> Days:
        """Every feast of every religion in one sorted list: SPAN days apart from the next religion's."""
        keys = [self.days.get(name, EMPTY) + code * SPAN for code, name in enumerate(codes.RELIGIONS)]
        return np.concatenate(keys)

    @cached_property
    def _all(self) -> Days:
        return np.concatenate([*(self.days.get(name, EMPTY) for name in codes.RELIGIONS), np.array([NONE], np.int64)])

    @cached_property
    def _ends(self) -> Days:
        return np.cumsum([self.days.get(name, EMPTY).size for name in codes.RELIGIONS])

    def told_until(self, religion: Days) -> Days:
        """First day of the year after each religion's last feast: from there on none is known; -FAR without a feast."""
        found = np.full(religion.shape, -FAR, np.int64)
        for code, name in enumerate(codes.RELIGIONS):
            if name in self.days and (mine := religion == code).any():
                found = np.where(mine, first_of_year(year_of(self.days[name][-1:]) + 1), found)
        return found

    def is_estimated(self, religion: Days, day: Days) -> Flags:
        """Whether the feast of that day is an estimate that the government has not set yet."""
        found = np.zeros(day.shape, np.bool_)
        for code, name in enumerate(codes.RELIGIONS):
            if name in self.days and (mine := religion == code).any():
                place = np.minimum(np.searchsorted(self.days[name], day), self.days[name].size - 1)
                same = (self.days[name][place] == day) & self.estimated[name][place]
                found |= mine & same
        return found

    def corrected(self, corrections: Iterable[Correction]) -> "Feasts":
        """These feasts with an officer's dated table laid over them; a corrected day is no estimate."""
        tables = {r: dict(zip(d.tolist(), self.estimated[r].tolist(), strict=True)) for r, d in self.days.items()}
        for correction in corrections:
            feasts = tables.setdefault(_religion(correction), {})
            for day in _replaced(correction, feasts):
                feasts.pop(day, None)
            feasts[day_of(correction.on)] = False
        return _feasts(tables)


def _religion(correction: Correction) -> str:
    if correction.religion not in codes.RELIGIONS:
        raise ValueError(f"religion: expected one of {', '.join(codes.RELIGIONS)}")
    return correction.religion


def _replaced(correction: Correction, feasts: Mapping[int, bool]) -> list[int]:
    if correction.replaces is not None:
        return [day_of(correction.replaces)]
    # Without naming the day it replaces, a correction moves a feast by at most a fortnight.
    return [day for day in feasts if abs(day - day_of(correction.on)) <= 14]


def _feasts(tables: Mapping[str, Mapping[int, bool]]) -> Feasts:
    ordered = {r: sorted(t.items()) for r, t in tables.items() if t}
    return Feasts(
        {r: np.array([day for day, _ in t], np.int64) for r, t in ordered.items()},
        {r: np.array([estimate for _, estimate in t], np.bool_) for r, t in ordered.items()},
    )


def next_on(table: Days, lower: Days) -> Days:
    """First day of a sorted table on or after each `lower`; NONE after its end. Shapes: (k,), (n,) -> (n,)."""
    place = np.searchsorted(table, lower)
    return np.where(place < table.size, table[np.minimum(place, table.size - 1)], NONE)


@cache
def yearly(month: int, day: int, step: int = 1, rest: int = 0) -> Days:
    """The same day of every year from 1999 to 2299 (or of the years with year % step == rest)."""
    years = [year for year in range(1999, 2300) if year % step == rest]
    return np.array([day_of(dt.date(year, month, day)) for year in years], np.int64)


def _load() -> Feasts:
    tables: dict[str, dict[int, bool]] = {}
    for entry in regulations.table("feasts")["feast"]:
        for religion in entry["religions"]:
            estimated = {day_of(d) for d in entry["estimated"]}
            days = {day_of(d): day_of(d) in estimated for d in entry["days"]}
            tables.setdefault(religion, {}).update(days)
    return _feasts(tables)


def known_corrections() -> list[Correction]:
    """Days that the government set otherwise than the package says (`regulations/feast_corrections.toml`)."""
    entries = regulations.table("feast_corrections")["correction"]
    return [Correction(entry["religion"], entry["on"], entry["replaces"]) for entry in entries]


PACKAGE: Final = _load()
DEFAULT: Final = PACKAGE.corrected(known_corrections())

"""Remissions already granted: how many of a kind, the last one, whether this year has had one."""

import datetime as dt
from functools import cached_property
from typing import NamedTuple

import numpy as np

from teladan.law.codes import LATE_FOR, REMISSION_KINDS
from teladan.law.ragged import Padded
from teladan.law.terms import FAR, Codes, Days, Flags, date_of, day_of, first_of_year, year_of

KIND = {name: code for code, name in enumerate(REMISSION_KINDS)}
FOR_RELIGIOUS = LATE_FOR.index("religious")


class Last(NamedTuple):
    """The last remission received: its day (-FAR if none), length in days, and whether the day had several."""

    on: Days
    days: Days
    several: Flags


class Grants:
    """Grants dated up to `as_of`; what is asked of persons has shape (n,).

    Looked at grant by grant and not as a table: a few people have thirty, most have two.
    """

    def __init__(self, remissions: Padded, as_of: int) -> None:
        self._as_of = as_of
        self.known = remissions.known
        self._size = remissions.known.size
        columns, dated = remissions.lists.columns, remissions.lists.columns["on"] <= as_of
        self._person = remissions.person[dated]
        self._on, self._kind, self._days, self._late_for = (
            columns[name][dated] for name in ("on", "kind", "days", "late_for")
        )

    def _own(self, kind: str) -> Flags:
        """Which grants are of a kind itself."""
        found: Flags = self._kind == KIND[kind]
        return found

    @cached_property
    def _on_ladder(self) -> dict[str, Flags]:
        """Which grants count on the ladder of a kind: a late grant counts where it was given late for."""
        late, religious = self._own("late"), self._late_for == FOR_RELIGIOUS
        return {kind: self._own(kind) | (late & (religious == (kind == "religious"))) for kind in LATE_FOR}

    def _of(self, kind: str) -> Flags:
        return self._on_ladder[kind] if kind in LATE_FOR else self._own(kind)

    def _count(self, which: Flags) -> Days:
        return np.bincount(self._person[which], minlength=self._size)

    def count_before(self, kind: str, day: Days) -> Days:
        """Grants of a kind, and late ones given for it, before each day."""
        return self._count(self._of(kind) & (self._on < day[self._person]))

    def own_before(self, kind: str, day: Days) -> Days:
        """Grants of a kind before each day, late ones not among them."""
        return self._count(self._own(kind) & (self._on < day[self._person]))

    def late_count(self, kind: str) -> Days:
        """Late grants recorded for a kind."""
        return self._count(self._own("late") & self._of(kind))

    def in_year(self, kind: str, year: Days) -> Flags:
        """Whether a grant of the kind is recorded in each calendar year."""
        first, after = first_of_year(year)[self._person], first_of_year(year + 1)[self._person]
        return self._count(self._own(kind) & (self._on >= first) & (self._on < after)) > 0

    def done_this_year(self, kind: str) -> Flags:
        """Whether the calendar year of `as_of` has had a grant of the kind."""
        new_year = day_of(dt.date(date_of(self._as_of).year, 1, 1))
        return self._count(self._own(kind) & (self._on >= new_year)) > 0

    def last_of(self, kind: str) -> tuple[Days, Days]:
        """Day and length of the last grant on the ladder of a kind; (-FAR, 0) if none."""
        which = self._of(kind)
        on, days = np.full(self._size, -FAR, np.int64), np.zeros(self._size, np.int64)
        on[self._person[which]] = self._on[which]  # by date: the last one stays
        days[self._person[which]] = self._days[which]
        return on, days

    @cached_property
    def last(self) -> Last:
        """The last remission of all: of several on one day the general, else the religious, else the longest."""
        on, best = np.full(self._size, -FAR, np.int64), np.zeros(self._size, np.int64)
        on[self._person] = self._on
        latest = self._on == on[self._person]
        first = 2 * self._own("general") + self._own("religious")
        rank = first[latest].astype(np.int64) * 10**6 + self._days[latest]
        np.maximum.at(best, self._person[latest], rank)
        return Last(on, best % 10**6, self._count(latest) > 1)


def rung(grants: Grants, kind: str, day: Days, missed_year: str) -> Days:
    """Which grant of its kind one on `day` would be, from 1. Keppres 174/1999 art 4, 5, 8 (C); U2."""
    count = grants.count_before(kind, day)
    if missed_year == "next":
        return count + 1
    on, _ = grants.last_of(kind)
    missed = (count > 0) & (year_of(np.maximum(on, 0)) < year_of(day) - 1)
    return np.where(missed, count, count + 1)


__all__ = ["Codes", "Grants", "Last", "rung"]

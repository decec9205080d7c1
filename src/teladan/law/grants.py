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
    """Grants dated up to `as_of`; arrays of shape (n,)."""

    def __init__(self, remissions: Padded, as_of: int) -> None:
        self._r = remissions
        self._as_of = as_of
        self.known = remissions.known
        self._zero = np.zeros(remissions.known.size, np.int64)

    def _of(self, k: int, kind: str) -> Flags:
        """Whether item k counts on the ladder of a kind: a late grant counts where it was given late for."""
        found: Flags = self._r["kind"][k] == KIND[kind]
        if kind in LATE_FOR:
            late = self._r["kind"][k] == KIND["late"]
            religious = self._r["late_for"][k] == FOR_RELIGIOUS
            found = found | (late & (religious == (kind == "religious")))
        return found

    def count_before(self, kind: str, day: Days) -> Days:
        """Grants of a kind, and late ones given for it, before each day."""
        total = self._zero
        for k in range(self._r.depth):
            on = self._r["on"][k]
            total = total + (self._of(k, kind) & (on < day) & (on <= self._as_of))
        return total

    def own_before(self, kind: str, day: Days) -> Days:
        """Grants of a kind before each day, late ones not among them."""
        total = self._zero
        for k in range(self._r.depth):
            on = self._r["on"][k]
            total = total + ((self._r["kind"][k] == KIND[kind]) & (on < day) & (on <= self._as_of))
        return total

    def late_count(self, kind: str) -> Days:
        """Late grants recorded for a kind."""
        total = self._zero
        for k in range(self._r.depth):
            counted = (self._r["kind"][k] == KIND["late"]) & (self._r["on"][k] <= self._as_of)
            total = total + (counted & self._of(k, kind))
        return total

    def in_year(self, kind: str, year: Days) -> Flags:
        """Whether a grant of the kind is recorded in each calendar year."""
        first, after = first_of_year(year), first_of_year(year + 1)
        found = self._zero > 0
        for k in range(self._r.depth):
            on = self._r["on"][k]
            found = found | ((self._r["kind"][k] == KIND[kind]) & (on >= first) & (on < after) & (on <= self._as_of))
        return found

    def done_this_year(self, kind: str) -> Flags:
        """Whether the calendar year of `as_of` has had a grant of the kind."""
        new_year = day_of(dt.date(date_of(self._as_of).year, 1, 1))
        found = self._zero > 0
        for k in range(self._r.depth):
            on = self._r["on"][k]
            found = found | ((self._r["kind"][k] == KIND[kind]) & (on >= new_year) & (on <= self._as_of))
        return found

    def last_of(self, kind: str) -> tuple[Days, Days]:
        """Day and length of the last grant on the ladder of a kind; (-FAR, 0) if none."""
        on, days = self._zero - FAR, self._zero
        for k in range(self._r.depth):
            take = self._of(k, kind) & (self._r["on"][k] <= self._as_of)
            on = np.where(take, self._r["on"][k], on)
            days = np.where(take, self._r["days"][k], days)
        return on, days

    @cached_property
    def last(self) -> Last:
        """The last remission of all: of several on one day the general, else the religious, else the longest."""
        on, best, several = self._zero - FAR, self._zero, self._zero > 0
        for k in range(self._r.depth):
            counted = self._r["on"][k] <= self._as_of
            same = counted & (self._r["on"][k] == on)
            rank = self._rank(k)
            several = (several | same) & ~(counted & ~same)
            best = np.where(same, np.maximum(best, rank), np.where(counted, rank, best))
            on = np.where(counted, self._r["on"][k], on)
        return Last(on, best % 10**6, several)

    def _rank(self, k: int) -> Days:
        kind = self._r["kind"][k]
        first = 2 * (kind == KIND["general"]) + (kind == KIND["religious"])
        rank: Days = first.astype(np.int64) * 10**6 + self._r["days"][k]
        return rank


def rung(grants: Grants, kind: str, day: Days, missed_year: str) -> Days:
    """Which grant of its kind one on `day` would be, from 1. Keppres 174/1999 art 4, 5, 8 (C); U2."""
    count = grants.count_before(kind, day)
    if missed_year == "next":
        return count + 1
    on, _ = grants.last_of(kind)
    missed = (count > 0) & (year_of(np.maximum(on, 0)) < year_of(day) - 1)
    return np.where(missed, count, count + 1)


__all__ = ["Codes", "Grants", "Last", "rung"]

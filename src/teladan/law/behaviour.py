"""Conduct as known on the day of the assessment: reports, discipline, risk, programme, escapes."""

from functools import cache
from typing import NamedTuple

import numpy as np

from teladan.law.codes import ABSENCE_REASONS, MET, RISK_LEVELS, UNKNOWN
from teladan.law.codes import BLOCKED as NOT_MET
from teladan.law.ragged import Padded, Ragged, last_until
from teladan.law.regulations import LawError, in_force, table, versions
from teladan.law.terms import FAR, Codes, Days, Flags, add_years, date_of

ESCAPE, REVOKED = ABSENCE_REASONS.index("escape"), ABSENCE_REASONS.index("leave_revoked")
LOW, MEDIUM, HIGH = range(len(RISK_LEVELS))
COUNTED_LEVELS = {"all": 0, "medium_and_heavy": 1, "heavy": 2}


class Discipline(NamedTuple):
    """The last violation that counts, and until when rights are lost; -FAR if none."""

    known: Flags
    last: Days
    lost_until: Days


def discipline(lists: Padded, as_of: int, levels: str) -> Discipline:
    """Register F up to `as_of`."""
    last = np.full(lists.known.size, -FAR, np.int64)
    lost = last.copy()
    for k in range(lists.depth):
        on = lists["on"][k]
        known = on <= as_of
        last = np.where(known & (lists["level"][k] >= COUNTED_LEVELS[levels]), on, last)
        lost = np.where(known, np.maximum(lost, lists["until"][k]), lost)
    return Discipline(lists.known, last, lost)


class Report(NamedTuple):
    """The latest monthly report: its month's first day (-FAR if none) and rating."""

    known: Flags
    month: Days
    rating: Days


def latest_report(lists: Ragged, as_of: int) -> Report:
    """The conduct report of the latest month not after that of `as_of`. Years of months: only the last is looked at."""
    place = last_until(lists, "on", as_of)
    if not lists.offsets[-1]:
        return Report(lists.known, place - FAR + 1, place)
    there = place >= 0
    month = np.where(there, lists.columns["on"][place], -FAR)
    return Report(lists.known, month, np.where(there, lists.columns["rating"][place], -1))


class Risk(NamedTuple):
    """The latest risk level, the highest before it (-1 none), and whether the risk has fallen."""

    code: Codes
    on: Days
    level: Days
    before: Days


def risk(lists: Padded, as_of: int) -> Risk:
    """UU 22/2022 art 10(2) (B); how a fall is read is unconfirmed (C)."""
    size = lists.known.size
    on = np.full(size, -FAR, np.int64)
    level, before = np.full(size, -1, np.int64), np.full(size, -1, np.int64)
    for k in range(lists.depth):
        known = lists["on"][k] <= as_of
        before = np.where(known, np.maximum(before, level), before)
        level = np.where(known, lists["level"][k], level)
        on = np.where(known, lists["on"][k], on)
    fallen = (level == LOW) | ((level < before) & (level != HIGH))
    alone = (level == MEDIUM) & (before == -1)
    unknown = ~lists.known | (level == -1) | alone
    code = np.where(unknown, UNKNOWN, np.where(fallen, MET, NOT_MET)).astype(np.int8)
    return Risk(code, on, level, before)


class Programme(NamedTuple):
    """Whether someone takes part in the programme on the day, and since when (-FAR if not)."""

    known: Flags
    since: Days


def programme(lists: Padded, as_of: int) -> Programme:
    """A period that began by `as_of` and has not ended."""
    since = np.full(lists.known.size, -FAR, np.int64)
    for k in range(lists.depth):
        running = (lists["start"][k] <= as_of) & (lists["until"][k] > as_of)
        since = np.where(running, lists["start"][k], since)
    return Programme(lists.known, since)


class Escapes(NamedTuple):
    """The start of the last escape that lasted long enough to count (-FAR if none); whether one is going on."""

    last: Days
    going_on: Flags
    again_from: Days  # a year after the last revocation ended: -FAR if none, FAR while it lasts
    revoked_times: Days  # how many times a leave was revoked


def escapes(absences: Padded, as_of: int, law_on: int) -> Escapes:
    """Escapes and revocations up to `as_of`."""
    longer_than = _number("no_escape", "longer_than_days", law_on)
    years = _number("one_year_since_revocation", "years", law_on)
    size = absences.known.size
    last, revoked = np.full(size, -FAR, np.int64), np.full(size, -FAR, np.int64)
    going_on, times = np.zeros(size, np.bool_), np.zeros(size, np.int64)
    for k in range(absences.depth):
        start, until, reason = absences["start"][k], absences["until"][k], absences["reason"][k]
        known = start <= as_of
        escape = known & (reason == ESCAPE)
        last = np.where(escape & (until - start > longer_than), start, last)
        going_on |= escape & (until > as_of)
        revoked = np.where(known & (reason == REVOKED), np.maximum(revoked, until), revoked)
        times = times + (known & (reason == REVOKED))
    ended = np.where(np.abs(revoked) < FAR, revoked, 0)
    again = np.where(np.abs(revoked) < FAR, add_years(ended, years), revoked)
    return Escapes(last, going_on, again, times)


@cache
def _number(criterion: str, name: str, law_on: int) -> int:
    """A number of a condition's law in force on a day."""
    law = in_force(versions(table("criteria_conduct")[criterion]["rule"], criterion), law_on)
    if law is None:
        raise LawError(f"{criterion}: no law on {date_of(law_on)}")
    return int(law[name])

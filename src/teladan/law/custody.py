"""Custody: from which day the term is counted, what earlier detention is credited, which days do not count."""

from typing import NamedTuple

import numpy as np

from teladan.law import regulations
from teladan.law.codes import PLACES
from teladan.law.conventions import Conventions
from teladan.law.ragged import Padded
from teladan.law.terms import FAR, Days, Flags

PRISON = PLACES.index("prison")


class Custody(NamedTuple):
    """Arrays of shape (n,). Days; where `known` is False, `start` is 0 and means nothing."""

    start: Days
    known: Flags
    from_final: Flags  # counted from the first final judgment: the day of execution is not known
    credited: tuple[Days, Days, Days]  # days held in prison, house, city before the start
    credit: Days
    absent: Days


def last_prison_block(detention: Padded) -> tuple[Days, Days]:
    """First and last day of the last unbroken stay in prison: (FAR, -FAR) if none. Items sorted by start."""
    size = detention.known.size
    begin, end = np.full(size, FAR, np.int64), np.full(size, -FAR, np.int64)
    for k in range(detention.depth):
        start, last = detention["start"][k], detention["end"][k]
        inside = detention["place"][k] == PRISON
        joins = inside & (start <= end + 1)
        begins = inside & ~joins
        begin = np.where(begins, start, begin)
        end = np.where(begins, last, np.where(joins, np.maximum(end, last), end))
    return begin, end


def held_days(detention: Padded, places: int, before: Days) -> Days:
    """Days held before a day in the first `places` kinds of place, each day once. Items sorted by start."""
    total, covered = np.zeros_like(before), np.full_like(before, -FAR)
    for k in range(detention.depth):
        there = (detention["place"][k] < places) & (detention["start"][k] < before)
        end = np.where(there, np.minimum(detention["end"][k] + 1, before), -FAR)
        total += np.maximum(end - np.maximum(detention["start"][k], covered), 0)
        covered = np.maximum(covered, end)
    return total


def absent_days(absences: Padded, start: Days, until: Days | int) -> Days:
    """Days of absence in [start, until), each day once. Items sorted by start; an open one lasts."""
    total, covered = np.zeros_like(start), start
    for k in range(absences.depth):
        end = np.minimum(absences["until"][k], until)
        total = total + np.maximum(end - np.maximum(absences["start"][k], covered), 0)
        covered = np.maximum(covered, end)
    return total


def custody(
    detention: Padded,
    absences: Padded,
    first_final: Days,
    as_of: int,
    conventions: Conventions,
) -> Custody:
    """Start, credit and absences. KUHP art 32-34; KUHAP 8/1981 art 22(5) (C); KUHP 2023 art 61, 63.

    `first_final`: FAR where no judgment is final. Keppres 174/1999 art 7(3): served time runs from the last stay.
    """
    begin, end = last_prison_block(detention)
    counts = (end >= np.minimum(first_final - 1, as_of)) | (first_final == FAR)
    in_custody = (begin < FAR) & counts
    start = np.where(in_custody, begin, first_final)
    known = start < FAR
    start = np.where(known, start, 0)
    credited = _credited(detention, start, known)
    per = regulations.table("arithmetic")["credit"]
    round_up = conventions["credit_rounding"] == "up"
    credit = sum((_part(d, per[p], round_up) for d, p in zip(credited, PLACES, strict=True)), np.zeros_like(start))
    absent = np.where(known, absent_days(absences, start, as_of), 0)
    return Custody(start, known, known & ~in_custody, credited, credit, absent)


def _credited(detention: Padded, start: Days, known: Flags) -> tuple[Days, Days, Days]:
    none = np.zeros_like(start)
    before = np.where(known, start, -FAR)
    if not (detention["start"] < before).any():
        return none, none, none
    prison = held_days(detention, 1, before)
    elsewhere = np.unique(detention.person[detention.lists.columns["place"] > PRISON])
    if not elsewhere.size:
        return prison, none, none
    # The heavier place first: a day in prison and under house arrest is a day in prison. Few were ever held elsewhere.
    house, city, few = prison.copy(), prison.copy(), detention.of(elsewhere)
    house[elsewhere] = held_days(few, 2, before[elsewhere])
    city[elsewhere] = held_days(few, 3, before[elsewhere])
    return prison, house - prison, city - house


def _part(days: Days, divisor: int, round_up: bool) -> Days:
    if divisor == 1:
        return days
    return -(-days // divisor) if round_up else days // divisor

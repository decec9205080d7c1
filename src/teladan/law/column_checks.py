"""Which persons of some columns are beyond doubt: `facts.parse` would take them as they are.

Whoever makes columns without `facts.parse` asks here, and reads the rest one by one: so both ways refuse the same
people in the same words. A value that could not be read is written so that it lies outside what is allowed here.
"""

import datetime as dt
from typing import Final

import numpy as np

from teladan.law import codes, facts, reading
from teladan.law.columns import LISTS, People
from teladan.law.fact_sentences import RUPIAH
from teladan.law.ragged import Ragged
from teladan.law.sentence import LIFE
from teladan.law.terms import FAR, MONTH, MONTHS, NONE, YEAR, Days, Flags, day_of

Range = tuple[int, int]

FIRST: Final = day_of(dt.date(reading.FIRST_YEAR, 1, 1))
LAST: Final = day_of(dt.date(reading.LAST_YEAR, 12, 31))
DAY: Final = (FIRST, LAST)
LONGEST: Final = YEAR * reading.LONGEST
YEARS, OF_MONTHS, OF_DAYS = (0, reading.LONGEST), (0, MONTHS * reading.LONGEST), (0, 366 * reading.LONGEST)
ANY_TERM: Final = {"years": YEARS, "months": OF_MONTHS, "days": OF_DAYS}
STATE: Final = (-1, 1)


def _code(names: tuple[str, ...]) -> Range:
    return 0, len(names) - 1


def _optional(names: tuple[str, ...]) -> Range:
    return -1, len(names) - 1


def _money(name: str) -> dict[str, Range]:
    substitute = {f"{name}_sub_{part}": span for part, span in ANY_TERM.items()}
    return {f"{name}_state": STATE, f"{name}_amount": (0, RUPIAH), f"{name}_paid": (-1, RUPIAH), **substitute}


# What each column may hold; ends that may be open, and days that depend on a state, are looked at below.
ALLOWED: Final[dict[str, dict[str, Range]]] = {
    "detention": {"start": DAY, "place": _code(codes.PLACES), "authority": _optional(codes.AUTHORITIES)},
    "sentences": {
        "final_state": STATE,
        "kind": _optional(codes.SENTENCE_KINDS),
        **ANY_TERM,
        "term_known": (0, 1),
        "offence": _optional(codes.OFFENCES),
        "articles": (0, 3),
        **_money("fine"),
        **_money("restitution"),
    },
    "absences": {"start": DAY, "reason": _code(codes.ABSENCE_REASONS)},
    "remissions": {
        "on": DAY,
        "kind": _code(codes.REMISSION_KINDS),
        "days": (1, LONGEST),
        "late_for": _optional(codes.LATE_FOR),
    },
    "conduct": {"on": DAY, "rating": _code(codes.RATINGS)},
    "discipline": {"on": DAY, "level": _code(codes.DISCIPLINE_LEVELS)},
    "risk": {"on": DAY, "level": _code(codes.RISK_LEVELS)},
    "programme": {"start": DAY},
    "merits": {"on": DAY, "kind": _code(codes.MERITS)},
}
OPEN: Final = {  # a day that may be missing: the day it may not be before, and what stands for missing
    "detention": ("end", "start", FAR),
    "absences": ("until", "start", FAR),
    "programme": ("until", "start", FAR),
    "discipline": ("until", "on", -FAR),
}
SINGLE: Final[dict[str, Range]] = {
    "sex": _optional(codes.SEXES),
    "religion": _optional(codes.RELIGIONS),
    "citizen": (-1, 1),
    "illness_state": STATE,
    "pledge_state": STATE,
    "cooperation_state": STATE,
    "leave_kind": _optional(codes.LEAVES),
}
DATED: Final = {"illness_on": "illness_state", "pledge_on": "pledge_state", "cooperation_on": "cooperation_state"}


def doubtful(people: People) -> Flags:
    """Shape (size,): True where something is not plainly as `facts.parse` takes it. Lists by date, as in `People`."""
    found = _singles(people)
    for name in LISTS:
        lists = people.lists[name]
        found |= _persons(lists, _items(name, lists))
        counts = np.diff(lists.offsets)
        found |= (counts > (facts.MOST_SENTENCES if name == "sentences" else reading.MOST)) | (
            ~lists.known & (counts > 0)
        )
    return found | _born_in_custody(people) | _too_long(people.lists["sentences"])


def _singles(people: People) -> Flags:
    singles = people.singles
    bad = _outside(singles["birth"], DAY) & (singles["birth"] != NONE)
    for name, span in SINGLE.items():
        bad |= _outside(singles[name], span)
    for name, state in DATED.items():
        bad |= np.where(singles[state] == 1, _outside(singles[name], DAY), singles[name] != FAR)
    bad |= (singles["pledge_state"] == 1) & _outside(singles["pledge_kind"], _code(codes.PLEDGE_KINDS))
    bad |= np.where(singles["leave_kind"] >= 0, _outside(singles["leave_from"], DAY), singles["leave_from"] != FAR)
    found: Flags = bad
    return found


def _items(name: str, lists: Ragged) -> Flags:
    """Items of a list that are not plainly right."""
    columns = lists.columns
    bad = np.zeros(lists.offsets[-1], np.bool_)
    for column, span in ALLOWED[name].items():
        bad |= _outside(columns[column], span)
    if name in OPEN:
        until, since, missing = OPEN[name]
        end = columns[until]
        bad |= (end != missing) & (_outside(end, DAY) | (end < columns[since]))
    return bad | _sentences(lists) if name == "sentences" else bad


def _sentences(lists: Ragged) -> Flags:
    """The lengths and the day of a sentence, by its kind and state."""
    columns = lists.columns
    final = np.where(columns["final_state"] == 1, _outside(columns["final_on"], DAY), columns["final_on"] != -FAR)
    total = _total(lists, "")
    bad: Flags = final | ((total > 0) != (columns["term_known"] == 1)) | ((columns["kind"] >= LIFE) & (total > 0))
    return bad


def _total(lists: Ragged, prefix: str) -> Days:
    years, months, days = (lists.columns[f"{prefix}{part}"] for part in ANY_TERM)
    total: Days = YEAR * years + MONTH * months + days
    return total


def _too_long(lists: Ragged) -> Flags:
    """All terms and substitutes of a person together leave the calendar."""
    together = sum(_total(lists, prefix) for prefix in ("", "fine_sub_", "restitution_sub_"))
    passed = np.zeros(lists.offsets[-1] + 1, np.int64)
    np.cumsum(together, out=passed[1:])
    return passed[lists.offsets[1:]] - passed[lists.offsets[:-1]] > YEAR * facts.LONGEST_TOGETHER


def _born_in_custody(people: People) -> Flags:
    lists = people.lists["detention"]
    held = np.flatnonzero(np.diff(lists.offsets))
    bad = np.zeros(people.size, np.bool_)
    bad[held] = people.singles["birth"][held] > lists.columns["start"][lists.offsets[:-1][held]]
    return bad


def _outside(values: Days, span: Range) -> Flags:
    first, last = span
    return (values < first) | (values > last)


def _persons(lists: Ragged, bad: Flags) -> Flags:
    """Whom the bad items belong to."""
    found = np.zeros(lists.offsets.size - 1, np.bool_)
    if bad.any():
        found[np.searchsorted(lists.offsets, np.flatnonzero(bad), side="right") - 1] = True
    return found

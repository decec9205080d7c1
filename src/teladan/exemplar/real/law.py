"""The rows that passed the register, before the law: all in one call, then each on the first 17 August after it."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np

from teladan.exemplar.real import table
from teladan.law.assess import STATUSES, Result, assess_many
from teladan.law.columns import from_facts
from teladan.law.facts import Facts, FactsError, parse
from teladan.law.grant_days import grant_days

ONE_DAY = date(2020, 8, 17)
FINAL_AFTER = timedelta(days=7)  # a named assumption of some runs, not a fact of any row


@dataclass
class Outcome:
    """Counts of what the law said; `statuses` by right."""

    people: int = 0
    dated: int = 0
    seconds: float = 0.0
    statuses: dict[str, Counter[str]] = field(default_factory=dict)
    days: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result, seconds: float) -> None:
        """Count one call."""
        self.people += len(result)
        self.seconds += seconds
        self.dated += int((~np.isnat(result.timeline["expiry"])).sum())
        for right, found in result.rights.items():
            counts = np.bincount(found.status, minlength=len(STATUSES))
            self.statuses.setdefault(right, Counter()).update(dict(zip(STATUSES, counts.tolist(), strict=True)))
            self.days[right] += int((~np.isnat(found.date)).sum())


Told = Callable[[table.Row], dict[str, Any]]


def as_written(row: table.Row) -> dict[str, Any]:
    """Return what the table says and no more."""
    return row.facts()


def if_final(row: table.Row) -> dict[str, Any]:
    """Return the same, assuming that the judgment became final a week after it was given."""
    return row.facts(row.verdict_date + FINAL_AFTER if row.verdict_date else None)


def if_blameless(row: table.Row) -> dict[str, Any]:
    """Return the same, assuming as well that life inside is known and good, and that nothing was granted yet."""
    if row.verdict_date is None:
        return if_final(row)
    day = (row.verdict_date + FINAL_AFTER).isoformat()
    return if_final(row) | {
        "conduct": [{"month": day[:7], "rating": "good"}],
        "risk": [{"on": day, "level": "low"}],
        "programme": [{"from": day, "until": None}],
        **{name: [] for name in ("absences", "remissions", "discipline", "merits")},
        **dict.fromkeys(("illness", "pledge", "cooperation")),
    }


def read(rows: Iterable[table.Row], told: Told) -> tuple[list[tuple[table.Row, Facts]], Counter[str], float]:
    """Return the rows whose facts the law accepts, the fields it refuses the others for, and the seconds it took."""
    accepted, refused, start = [], Counter[str](), time.perf_counter()
    for row in rows:
        try:
            accepted.append((row, parse(told(row))))
        except FactsError as error:
            refused[error.field.split("[")[0]] += 1
    return accepted, refused, time.perf_counter() - start


def all_at_once(people: Sequence[Facts]) -> Outcome:
    """Assess everybody on one day in one call; the time is that of the call, the columns being made."""
    outcome, columns = Outcome(), from_facts(list(people))
    assess_many(columns.rows(0, min(100, columns.size)), ONE_DAY)  # the regulation files are read once, not timed
    start = time.perf_counter()
    result = assess_many(columns, ONE_DAY)
    outcome.add(result, time.perf_counter() - start)
    return outcome


def each_in_its_time(people: Sequence[tuple[table.Row, Facts]]) -> Outcome:
    """Assess each on the first 17 August after the verdict, under the law of that day; without a verdict date, none."""
    days: dict[date, list[Facts]] = {}
    for row, facts in people:
        if row.verdict_date and row.verdict_date >= date(2000, 1, 1):
            days.setdefault(_next_august(row.verdict_date), []).append(facts)
    outcome = Outcome()
    for day in sorted(days):
        columns = from_facts(days[day])
        start = time.perf_counter()
        outcome.add(assess_many(columns, day), time.perf_counter() - start)
    return outcome


def _next_august(day: date) -> date:
    return next(each for each in grant_days("general_remission", day, date(day.year + 1, 12, 31)) if each > day)

"""A nation for the benchmark: real verdicts, drawn by how long each keeps somebody inside, with full histories.

Whoever is inside on a day was not drawn by verdict but by the time it lasts, and stands anywhere in that time: so each
verdict is drawn with the weight of its term, and moved by whole days. What a verdict does not tell is drawn with a
fixed seed, and says nothing about real prisons.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from teladan.law import columns
from teladan.law.codes import REMISSION_KINDS
from teladan.law.columns import People
from teladan.law.feasts import DEFAULT as FEASTS
from teladan.law.rights import RIGHTS
from teladan.law.terms import FAR, MONTH, YEAR, day_of

Numbers = NDArray[np.int64]
Items = tuple[Numbers, dict[str, Numbers]]

AS_OF: Final = dt.date(2026, 8, 17)
TODAY: Final = day_of(AS_OF)
FIRST_BIRTH, LAST_BIRTH = day_of(dt.date(1956, 1, 1)), day_of(dt.date(2007, 12, 31))
LIFE_LASTS: Final = 20 * YEAR
STAYED_AT_MOST: Final = 0.85  # of the term: the rest is remission and leave
FAITHS: Final = (0.62, 0.16, 0.14, 0.04, 0.02, 0.01, 0.01)


@dataclass(frozen=True)
class Nation:
    """`singles` and `lists` as `columns.from_arrays` takes them; the items of a person lie together, by date."""

    size: int
    singles: dict[str, Numbers]
    lists: dict[str, Items]

    def part(self, first: int, last: int) -> "Nation":
        """The people first to last - 1."""
        lists = {}
        for name, (row, values) in self.lists.items():
            a, b = np.searchsorted(row, (first, last))
            lists[name] = row[a:b] - first, {column: each[a:b] for column, each in values.items()}
        singles = {name: column[first:last] for name, column in self.singles.items()}
        return Nation(min(last, self.size) - first, singles, lists)

    def people(self) -> People:
        """The same as the law's columns."""
        return columns.from_arrays(self.size, self.singles, self.lists)


def nation(verdicts: Sequence[Mapping[str, Any]], size: int, seed: int = 17) -> Nation:
    """Draw so many people. `verdicts`: as `bench.law.real_rows` gives them."""
    rng = np.random.default_rng(seed)
    lasts = np.array([_lasts(verdict) for verdict in verdicts], np.int64)
    drawn = rng.choice(len(verdicts), size, p=lasts / lasts.sum())
    began = np.array([min((a for a, _, _ in v["detention"]), default=v["final"] - 7) for v in verdicts], np.int64)
    served = (rng.random(size) * STAYED_AT_MOST * lasts[drawn]).astype(np.int64)
    moved = TODAY - served - began[drawn]
    final = np.array([v["final"] for v in verdicts], np.int64)[drawn] + moved
    religion = rng.choice(len(FAITHS), size, p=FAITHS)
    birth = rng.integers(FIRST_BIRTH, LAST_BIRTH, size)
    judged = np.flatnonzero(final <= TODAY)
    lists = {
        "detention": _detention(verdicts, drawn, moved, final),
        "sentences": _sentences(verdicts, drawn, final, judged),
        "absences": (judged[:0], {}),
        "remissions": _remissions(judged, final, religion),
        "conduct": _monthly(rng, judged, final),
        "discipline": _violations(rng, judged, final),
        "risk": _yearly(rng, judged, final),
        "programme": (judged, {"start": np.minimum(final[judged] + MONTH, TODAY)}),
        "merits": (judged[:0], {}),
    }
    none = np.zeros(size, np.int64)
    states = {f"{name}_state": none for name in ("illness", "pledge", "cooperation")}
    sex = (rng.random(size) < 0.05).astype(np.int64)
    return Nation(size, {"birth": birth, "sex": sex, "religion": religion, "citizen": none + 1, **states}, lists)


def _lasts(verdict: Mapping[str, Any]) -> int:
    years, months, days = verdict["term"]
    return YEAR * years + MONTH * months + days or LIFE_LASTS


def _detention(verdicts: Sequence[Mapping[str, Any]], drawn: Numbers, moved: Numbers, final: Numbers) -> Items:
    """The orders of the verdict as they stand, and custody that is open from the judgment on."""
    counts = np.array([len(v["detention"]) for v in verdicts], np.int64)
    orders = np.array([order for v in verdicts for order in sorted(v["detention"])], np.int64).reshape(-1, 3)
    firsts = np.cumsum(counts) - counts
    row = np.repeat(np.arange(drawn.size), counts[drawn])
    within = np.arange(row.size) - np.repeat(np.cumsum(counts[drawn]) - counts[drawn], counts[drawn])
    taken = orders[firsts[drawn][row] + within]
    row = np.concatenate([row, np.arange(drawn.size)])
    start = np.concatenate([taken[:, 0] + moved[row[: len(taken)]], np.minimum(final - 7, TODAY)])
    end = np.concatenate([taken[:, 1] + moved[row[: len(taken)]], np.full(drawn.size, FAR)])
    place = np.concatenate([taken[:, 2], np.zeros(drawn.size, np.int64)])
    return _sorted(row, {"start": start, "end": end, "place": place})


def _sentences(verdicts: Sequence[Mapping[str, Any]], drawn: Numbers, final: Numbers, judged: Numbers) -> Items:
    table = np.array([(v["kind"], *v["term"], v["offence"], v["fine"], *v["substitute"]) for v in verdicts], np.int64)[
        drawn[judged]
    ]
    kind, years, months, days, offence, fine, sub_months, sub_days = table.T.copy()
    return judged, {
        "final_on": final[judged],
        "final_state": kind * 0 + 1,
        "kind": kind,
        "years": years,
        "months": months,
        "days": days,
        "term_known": (kind < 2).astype(np.int64),
        "offence": offence,
        "articles": kind * 0 + 1,
        "fine_state": (fine > 0).astype(np.int64),
        "fine_amount": fine,
        "fine_paid": kind * 0,
        "fine_sub_months": np.where(fine > 0, sub_months, 0),
        "fine_sub_days": np.where(fine > 0, sub_days, 0),
        "restitution_state": kind * 0,
    }


def _remissions(judged: Numbers, final: Numbers, religion: Numbers) -> Items:
    """Every 17 August and every feast of the faith after the first half year, up the ladder of the law."""
    years = range(dt.date.fromisoformat("2004-01-01").year, AS_OF.year + 1)
    general = np.array([day_of(dt.date(year, 8, 17)) for year in years], np.int64)
    parts = [_grants(judged, final, "general", general[general < TODAY])]
    for code, faith in enumerate(FEASTS.days):
        of_faith = judged[religion[judged] == code]
        feasts = FEASTS.days[faith]
        parts.append(_grants(of_faith, final, "religious", feasts[(feasts < TODAY) & (feasts >= general[0])]))
    row = np.concatenate([part[0] for part in parts])
    return _sorted(row, {name: np.concatenate([part[1][name] for part in parts]) for name in ("on", "kind", "days")})


def _grants(rows: Numbers, final: Numbers, kind: str, days: Numbers) -> Items:
    rule = RIGHTS[f"{kind}_remission"].laws[-1]
    amounts = np.array([rule["first_full_year_days"], *rule["later_days"]], np.int64)
    first = np.searchsorted(days, final[rows] + YEAR)
    counts = days.size - first
    row = np.repeat(rows, counts)
    nth = np.arange(row.size) - np.repeat(np.cumsum(counts) - counts, counts)
    on = days[np.repeat(first, counts) + nth]
    given = amounts[np.minimum(nth, amounts.size - 1)]
    return row, {"on": on, "kind": row * 0 + REMISSION_KINDS.index(kind), "days": given}


def _monthly(rng: np.random.Generator, judged: Numbers, final: Numbers) -> Items:
    """A conduct report for every month from the judgment on."""
    month = final[judged].astype("M8[D]").astype("M8[M]").astype(np.int64) + 1
    this = np.datetime64(AS_OF).astype("M8[M]").astype(np.int64)
    row, nth = _counted(judged, np.maximum(this - month, 0))
    first = np.repeat(month, np.maximum(this - month, 0))
    on = (first + nth).astype("M8[M]").astype("M8[D]").astype(np.int64)
    return row, {"on": on, "rating": rng.choice(4, row.size, p=(0.2, 0.7, 0.08, 0.02))}


def _violations(rng: np.random.Generator, judged: Numbers, final: Numbers) -> Items:
    inside = np.maximum(TODAY - final[judged], 1)
    row = np.repeat(judged, rng.poisson(inside / (10 * YEAR)))
    on = final[row] + (rng.random(row.size) * np.maximum(TODAY - final[row], 1)).astype(np.int64)
    return _sorted(row, {"on": on, "level": rng.integers(0, 3, row.size), "until": np.full(row.size, -FAR)})


def _yearly(rng: np.random.Generator, judged: Numbers, final: Numbers) -> Items:
    row, nth = _counted(judged, (TODAY - final[judged]) // YEAR + 1)
    level = np.maximum(rng.choice(3, row.size, p=(0.5, 0.35, 0.15)) - nth, 0)
    return row, {"on": np.minimum(final[row] + YEAR * nth, TODAY), "level": level}


def _counted(rows: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Each row so many times, and the how-manieth it is."""
    row = np.repeat(rows, counts)
    return row, np.arange(row.size) - np.repeat(np.cumsum(counts) - counts, counts)


def _sorted(row: Numbers, values: dict[str, Numbers]) -> Items:
    order = np.lexsort((next(iter(values.values())), row))
    return row[order], {name: column[order] for name, column in values.items()}

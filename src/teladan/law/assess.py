"""Facts in, dates and rights out: for one person and for the nation, by the same columns."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np

from teladan.law import explain, notes, outline, sums
from teladan.law import facts as reading
from teladan.law.codes import STATUSES
from teladan.law.columns import People, from_facts
from teladan.law.conventions import DEFAULT, Conventions, choose
from teladan.law.criteria import CRITERIA
from teladan.law.engine import Bits, Ruling, decide
from teladan.law.facts import FactsError
from teladan.law.feasts import DEFAULT as FEASTS
from teladan.law.feasts import Feasts
from teladan.law.law_days import law_days
from teladan.law.regulations import FIRST_DAY, law_version
from teladan.law.rights import NAMES
from teladan.law.rule_ids import NONE_CONFIRMED, Confirmed
from teladan.law.situation import Situation
from teladan.law.terms import NONE, Codes, Days, date_of, day_of

__all__ = ["CRITERIA", "STATUSES", "Result", "RightResult", "assess", "assess_many"]

CHUNK: Final = 8192  # so many people at once stay in the processor's cache
BLOCK: Final = 512  # so many are explained at once


class RightResult(NamedTuple):
    """One right, shape (n,). `status`: position in STATUSES. `date`, `ends`: datetime64[D], NaT if none.

    `length_days`, `rung`: -1 if not known. `failed`, `unknown`: bit i set: CRITERIA[i] is not met, not known.
    """

    status: Codes
    date: Any
    ends: Any
    length_days: Days
    rung: Days
    failed: Bits
    unknown: Bits


@dataclass
class Result:
    """The assessment of people, in columns. `timeline`: datetime64[D] (NaT) or int64 (-1) by name."""

    people: People
    as_of: dt.date
    conventions: Conventions
    feasts: Feasts
    timeline: dict[str, Any]
    rights: dict[str, RightResult]
    law_days: tuple[Days, ...]  # the law each person is judged by; several: the more favourable
    chosen: dict[str, Codes]  # which of them, by right
    confirmed: Confirmed = NONE_CONFIRMED  # versions of rules that the notes do not name as unsure
    _blocks: dict[tuple[int, int, int], tuple[Situation, dict[str, Ruling]]] = field(default_factory=dict)

    def __len__(self) -> int:
        return self.people.size

    def explain(self, i: int) -> dict[str, Any]:
        """The full assessment of row i: the same columns again, with the words kept."""
        detail = [self._detail(i, lens) for lens in range(len(self.law_days))]
        s, _, row = detail[0]
        rights, told = [], [dict[int, dict[str, Any]]() for _ in detail]
        for name in NAMES:
            lens = int(self.chosen[name][i]) if self.chosen else 0
            lens_s, rulings, lens_row = detail[lens]
            rights.append(explain.right(lens_s, rulings[name], lens_row, told[lens]))
        return {
            "as_of": self.as_of.isoformat(),
            "timeline": explain.timeline(s, row),
            "rights": rights,
            "notes": notes.notes(s, row, rights, self.confirmed, self._law_on(i)),
            "sums": sums.sums(s, row),
            "law_version": law_version(),
            "conventions": self.conventions.changed(),
        }

    def explain_right(self, i: int, name: str) -> dict[str, Any]:
        """One right of row i, as `explain` writes it."""
        s, rulings, row = self._of(i, name)
        return explain.right(s, rulings[name], row, {})

    def unmet(self, i: int, name: str) -> list[dict[str, Any]]:
        """The findings of one right of row i that are not met or not known, as `explain` writes them."""
        s, rulings, row = self._of(i, name)
        return outline.unmet(s, rulings[name], row)

    def notes(self, i: int) -> list[dict[str, Any]]:
        """The notes of row i as `explain` writes them, without the words of the rest."""
        s, _, row = self._detail(i, 0)
        outlines = []
        for name in NAMES:
            _, rulings, of_row = self._of(i, name)
            outlines.append(outline.outline(rulings[name], of_row))
        return notes.notes(s, row, outlines, self.confirmed, self._law_on(i))

    def _law_on(self, i: int) -> dict[str, int]:
        """The day of the law of each right of row i, where it was chosen among several."""
        return {name: int(self.law_days[int(lens[i])][i]) for name, lens in self.chosen.items()}

    def _of(self, i: int, name: str) -> tuple[Situation, dict[str, Ruling], int]:
        return self._detail(i, int(self.chosen[name][i]) if self.chosen else 0)

    def _detail(self, i: int, lens: int) -> tuple[Situation, dict[str, Ruling], int]:
        days = self.law_days[lens]
        first, last = i - i % BLOCK, min(i - i % BLOCK + BLOCK, self.people.size)
        if (days[first:last] != days[i]).any():
            first, last = i, i + 1
        key = (lens, first, last)
        if key not in self._blocks:
            self._blocks.clear() if len(self._blocks) > 8 else None
            people = self.people.rows(first, last)
            s = Situation(people, day_of(self.as_of), int(days[i]), self.conventions, self.feasts)
            self._blocks[key] = (s, decide(s))
        s, rulings = self._blocks[key]
        return s, rulings, i - first


def assess(
    facts: Mapping[str, Any],
    as_of: dt.date | None = None,
    conventions: Conventions | Mapping[str, str] = DEFAULT,
    feasts: Feasts = FEASTS,
    *,
    confirmed: Confirmed = NONE_CONFIRMED,
) -> dict[str, Any]:
    """One person's assessment as the contract writes it. FactsError names the field that cannot be used.

    `confirmed`: versions of rules (`rule_ids`) that lawyers confirmed; the notes no longer name them as unsure.
    """
    known = reading.parse(facts)
    day = as_of or known.as_of
    if day is None:
        raise FactsError("as_of", "is required: the day to assess")
    return assess_many(from_facts([known]), day, conventions, feasts, confirmed=confirmed).explain(0)


def assess_many(  # noqa: PLR0913 - how to assess whom
    people: Sequence[Mapping[str, Any]] | People,
    as_of: dt.date,
    conventions: Conventions | Mapping[str, str] = DEFAULT,
    feasts: Feasts = FEASTS,
    *,
    confirmed: Confirmed = NONE_CONFIRMED,
    only: Sequence[str] = NAMES,
) -> Result:
    """Everybody on one day. The `as_of` of single facts is not looked at.

    `only`: the rights to decide, for whoever needs some; `Result.rights` has no others.
    """
    conventions = conventions if isinstance(conventions, Conventions) else choose(**conventions)
    columns = people if isinstance(people, People) else from_facts([reading.parse(p) for p in people])
    day = day_of(as_of)
    if day < FIRST_DAY:
        raise FactsError("as_of", "no law is known before {day}", day=date_of(FIRST_DAY))
    lenses = law_days(columns, day, conventions)
    made = [_run(columns, day, days, conventions, feasts, only) for days in lenses]
    result = Result(columns, as_of, conventions, feasts, made[0].timeline, made[0].rights, lenses, {}, confirmed)
    result._blocks.update(made[0].blocks)  # noqa: SLF001 - a small run is kept: it need not be made twice
    return result if len(made) == 1 else _favourable(result, made)


@dataclass
class _Run:
    timeline: dict[str, Any]
    rights: dict[str, RightResult]
    blocks: dict[tuple[int, int, int], tuple[Situation, dict[str, Ruling]]]


def _run(  # noqa: PLR0913, PLR0917
    people: People, as_of: int, law_on: Days, conventions: Conventions, feasts: Feasts, only: Sequence[str]
) -> _Run:
    """Chunk by chunk, each under one law."""
    rows, timelines, rulings = [], [], []
    blocks = {}
    for law_day, part in _chunks(law_on, as_of):
        everybody = part.size == people.size
        s = Situation(people if everybody else people.take(part), as_of, law_day, conventions, feasts)
        ruled = decide(s, only)
        rows.append(part)
        timelines.append(_timeline(s))
        rulings.append(ruled)
        if everybody and people.size <= BLOCK and only == NAMES:
            blocks[0, 0, people.size] = (s, ruled)
    back = _back(rows)
    timeline = {name: _shown(name, _join([t[name] for t in timelines], back)) for name in timelines[0]}
    rights = {name: _right([ruled[name] for ruled in rulings], back) for name in only}
    return _Run(timeline, rights, blocks)


def _chunks(law_on: Days, as_of: int) -> Iterator[tuple[int, Days]]:
    """(day of the law, rows) so that a chunk has one law; nobody is one empty chunk."""
    for law_day in np.unique(law_on) if law_on.size else [as_of]:
        rows = np.flatnonzero(law_on == law_day)
        for first in range(0, max(rows.size, 1), CHUNK):
            yield int(law_day), rows[first : first + CHUNK]


def _back(rows: list[Days]) -> Days | None:
    """Where each person lies in the chunks put end to end; None: in order already."""
    order = np.concatenate(rows)
    return None if (order[1:] > order[:-1]).all() else np.argsort(order, kind="stable")


def _join(parts: list[Any], back: Days | None) -> Any:
    whole = parts[0] if len(parts) == 1 else np.concatenate(parts)
    return whole if back is None else whole[back]


DATES: Final = ("start", "expiry_initial", "one_third", "half", "two_thirds", "expiry", "release")


def _shown(name: str, values: Any) -> Any:
    return values.view("M8[D]") if name in DATES else values


def _right(rulings: list[Ruling], back: Days | None) -> RightResult:
    return RightResult(
        status=_join([r.status for r in rulings], back),
        date=_join([r.date for r in rulings], back).view("M8[D]"),
        ends=_join([r.ends for r in rulings], back).view("M8[D]"),
        length_days=_join([r.length_days for r in rulings], back),
        rung=_join([r.rung for r in rulings], back),
        failed=_join([r.failed for r in rulings], back),
        unknown=_join([r.unknown for r in rulings], back),
    )


def _timeline(s: Situation) -> dict[str, Any]:
    time, custody = s.time, s.custody
    dated = time.dated
    days = {"expiry_initial": time.expiry_initial, "expiry": time.expiry, "release": time.release, **time.fraction_on}
    counts = {
        "term_days": time.term_days,
        "remission_lost_days": time.remission_lost_days,
        "substitute_days": time.substitute_days,
    }
    return {
        "start": np.where(custody.known, custody.start, NONE),
        "credit_days": np.where(custody.known, custody.credit, -1),
        "absent_days": np.where(custody.known, custody.absent, -1),
        "register": time.register,
        "remission_days": time.remission_days,
        **{name: np.where(dated, value, NONE) for name, value in days.items()},
        **{name: np.where(dated, value, -1) for name, value in counts.items()},
    }


def _favourable(result: Result, made: list[_Run]) -> Result:
    """By right, the law that gives the better status, and with the same status the earlier date."""
    never = np.datetime64("9999-12-31", "D")
    for name in result.rights:
        ours, other = (run.rights[name] for run in made[:2])
        a, b = (np.where(np.isnat(r.date), never, r.date) for r in (ours, other))
        better = (other.status < ours.status) | ((other.status == ours.status) & (b < a))
        result.chosen[name] = better.astype(np.int8)
        parts = ("status", "date", "ends", "length_days", "rung", "failed", "unknown")
        best = {part: np.where(better, getattr(other, part), getattr(ours, part)) for part in parts}
        result.rights[name] = RightResult(**best)
    return result

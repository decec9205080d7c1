"""The answers of the law, person by person, in plain Python. The only file of this service that knows the columns.

`find` asks the law once for everybody; a person whose facts the law refuses becomes a problem and the rest go on.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from teladan.law.assess import CRITERIA, STATUSES, Result, assess_many
from teladan.law.codes import REGISTERS
from teladan.law.columns import from_facts
from teladan.law.criteria import REGISTRY
from teladan.law.facts import Facts, FactsError, parse
from teladan.law.feasts import Feasts
from teladan.law.regulations import in_force
from teladan.law.rights import NAMES, RIGHTS
from teladan.law.rule_ids import Confirmed
from teladan.law.terms import day_of
from teladan.rights import confirmations, feasts

TIMELINE_DATES = ("start", "one_third", "half", "two_thirds", "expiry_initial", "expiry", "release")
TIMELINE_NUMBERS = ("term_days", "remission_days", "substitute_days")


@dataclass(frozen=True, slots=True)
class RightFound:
    """One right of one person: as `Result.rights[right]` says it. `failed`, `unknown`: names of criteria."""

    right: str
    status: str
    date: dt.date | None
    ends: dt.date | None
    length_days: int | None
    rung: int | None
    failed: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One person's assessment, or the problem why there is none."""

    timeline: Mapping[str, Any] = field(default_factory=dict)
    rights: Mapping[str, RightFound] = field(default_factory=dict)
    problem: str = ""
    _place: tuple["_Answer", int] | None = None

    @cached_property
    def explained(self) -> dict[str, Any]:
        """The full assessment with words, findings, notes and sums; made when asked for, empty for a problem."""
        if self._place is None:
            return {}
        answer, row = self._place
        return answer.sure.explain(row)

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What a person must look at by hand, without the rest of the explanation; none for a problem."""
        return self._place[0].sure.notes(self._place[1]) if self._place else []

    def detail(self, right: str) -> dict[str, Any]:
        """Return the explanation of one right: rung, findings with their words, law; empty for a problem."""
        return self._place[0].result.explain_right(self._place[1], right) if self._place else {}

    def sure_of(self, right: str) -> frozenset[str]:
        """Return the conditions of a right that a lawyer confirmed as they are asked that day; none for a problem."""
        if self._place is None:
            return frozenset()
        result = self._place[0].sure
        return confirmations.conditions(right, result.as_of, result.confirmed)

    def unmet(self, right: str) -> list[dict[str, Any]]:
        """Return the findings of one right that are not met or not known, with their words; none for a problem."""
        return self._place[0].result.unmet(self._place[1], right) if self._place else []


@dataclass
class _Answer:
    """The answer of the law for everybody; which rules are confirmed is asked only for words that depend on it."""

    result: Result
    known_confirmed: Confirmed | None

    @cached_property
    def sure(self) -> Result:
        self.result.confirmed = confirmations.confirmed() if self.known_confirmed is None else self.known_confirmed
        return self.result


def find(
    facts: Sequence[Mapping[str, Any]],
    as_of: dt.date,
    known_feasts: Feasts | None = None,
    known_confirmed: Confirmed | None = None,
) -> list[Found]:
    """Assess everybody on one day, in one call; the order is kept.

    The feasts are those corrected by officers, the notes name no rule that a lawyer confirmed; `known_feasts`,
    `known_confirmed`: as they were known at another time.
    """
    known = [_read(each) for each in facts]
    usable = [each for each in known if not isinstance(each, str)]
    if not usable:
        return [Found(problem=str(each)) for each in known]
    result = assess_many(from_facts(usable), as_of, feasts=known_feasts or feasts.effective())
    rows = iter(_rows(_Answer(result, known_confirmed)))
    return [Found(problem=each) if isinstance(each, str) else next(rows) for each in known]


def criteria_of(right: str) -> tuple[str, ...]:
    """Return the conditions of a right's law; none for a right that does not exist."""
    return RIGHTS[right].criteria if right in RIGHTS else ()


def right_title(right: str) -> Mapping[str, str]:
    """Return the name of a right in both languages."""
    return RIGHTS[right].title


def law_of(right: str, on: dt.date) -> tuple[Mapping[str, str], ...]:
    """Return the citations of a right's law in force on a day; none when the scheme is closed."""
    version = in_force(RIGHTS[right].laws, day_of(on))
    return version.law if version else ()


def law_of_criterion(right: str, criterion: str, on: dt.date) -> tuple[Mapping[str, str], ...]:
    """Return the citations of a condition as this right asks it on a day."""
    version = in_force(REGISTRY[criterion].laws, day_of(on), RIGHTS[right].scope)
    return version.law if version else ()


def title_of(criterion: str) -> Mapping[str, str]:
    """Return a condition in words, in Indonesian (id) and English (en)."""
    return REGISTRY[criterion].title


def _read(facts: Mapping[str, Any]) -> Facts | str:
    try:
        return parse(facts)
    except FactsError as wrong:
        return str(wrong)


def _rows(answer: _Answer) -> list[Found]:
    result, size = answer.result, len(answer.result)
    timelines = _timelines(result, size)
    rights = [_rights(result, name) for name in NAMES]
    return [
        Found(timelines[row], {each[row].right: each[row] for each in rights}, "", (answer, row)) for row in range(size)
    ]


def _timelines(result: Result, size: int) -> list[dict[str, Any]]:
    columns = {name: result.timeline[name].tolist() for name in TIMELINE_DATES}
    columns |= {name: [_known(n) for n in result.timeline[name].tolist()] for name in TIMELINE_NUMBERS}
    columns["register"] = [REGISTERS[code] if code >= 0 else None for code in result.timeline["register"].tolist()]
    return [{name: column[row] for name, column in columns.items()} for row in range(size)]


def _rights(result: Result, name: str) -> list[RightFound]:
    found = result.rights[name]
    columns = (
        found.status,
        found.date,
        found.ends,
        found.length_days,
        found.rung,
        found.failed,
        found.unknown,
    )
    return [
        RightFound(name, STATUSES[status], date, ends, _known(days), _known(rung), _names(failed), _names(unknown))
        for status, date, ends, days, rung, failed, unknown in zip(*(c.tolist() for c in columns), strict=True)
    ]


def _known(number: int) -> int | None:
    return None if number < 0 else number


@cache
def _names(bits: int) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(CRITERIA) if bits >> place & 1)

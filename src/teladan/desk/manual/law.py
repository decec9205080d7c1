"""The law as the engine reads it, arranged for reading: nothing here is written twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from teladan.desk import words
from teladan.desk.manual.numbers import described
from teladan.law.criteria import REGISTRY
from teladan.law.regulations import Version, in_force
from teladan.law.rights import RIGHTS, Right
from teladan.law.terms import FAR, date_of, day_of


@dataclass(frozen=True)
class Period:
    """One version of a rule: from when until when, its law, what it sets in words."""

    first: date
    last: date | None
    law: Sequence[Mapping[str, str]]
    sets: list[str]
    now: bool


@dataclass(frozen=True)
class Condition:
    """One criterion of a right with its versions."""

    code: str
    title: str
    periods: list[Period]

    @property
    def now(self) -> Period | None:
        return next((period for period in self.periods if period.now), None)

    @property
    def others(self) -> list[Period]:
        return [period for period in self.periods if not period.now]


@dataclass(frozen=True)
class Line:
    """A right in the table of contents."""

    code: str
    title: str
    law: Sequence[Mapping[str, str]]
    conditions: int
    running: bool


def contents(day: date) -> list[Line]:
    """Return every right with the law in force on a day."""
    return [_line(right, day) for right in RIGHTS.values()]


def _line(right: Right, day: date) -> Line:
    version = in_force(right.laws, day_of(day))
    law = version.law if version else ()
    return Line(right.name, words.said(right.title), law, len(right.criteria), version is not None)


def periods_of(right: Right, day: date) -> list[Period]:
    """Return the versions of a right itself, newest first."""
    return _periods(right.laws, day)


def conditions_of(right: Right, day: date) -> list[Condition]:
    """Return the criteria of a right in its own order, each with the law of its scope."""
    return [_condition(code, right, day) for code in right.criteria]


def _condition(code: str, right: Right, day: date) -> Condition:
    criterion = REGISTRY[code]
    laws = [version for version in criterion.laws if version.scope in ("", right.scope)]
    return Condition(code, words.said(criterion.title), _periods(laws, day))


def _periods(versions: Sequence[Version], day: date) -> list[Period]:
    newest_first = sorted(versions, key=lambda version: -version.first)
    return [_period(version, day_of(day)) for version in newest_first]


def _period(version: Version, day: int) -> Period:
    last = None if version.last >= FAR else date_of(version.last)
    sets = [described(name, value) for name, value in version.numbers.items()]
    return Period(date_of(version.first), last, version.law, sets, version.first <= day <= version.last)


def every_number() -> set[tuple[str, Any]]:
    """Return every parameter of the regulation files by name, for the test that each has words."""
    versions = [v for right in RIGHTS.values() for v in right.laws]
    versions += [v for criterion in REGISTRY.values() for v in criterion.laws]
    return {(name, repr(value)) for version in versions for name, value in version.numbers.items()}

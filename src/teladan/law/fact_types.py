"""The facts of one person, typed.

`None` for a list means *not known*; an empty tuple means *known to be none*. `UNKNOWN` for a single value
means not known, `None` known to be none.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from teladan.law.terms import Term

UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    birth_date: dt.date | None = None
    sex: str | None = None
    religion: str | None = None
    nationality: str | None = None


@dataclass(frozen=True, slots=True)
class Detention:
    start: dt.date
    end: dt.date | None
    place: str
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """A fine or a restitution; `paid_rp` None: not known; `substitute` None: none was set."""

    amount_rp: int
    substitute: Term | None
    paid_rp: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """`final_on` UNKNOWN: not known, None: not final yet. `fine`, `restitution` likewise."""

    final_on: dt.date | str | None
    kind: str | None
    term: Term | None
    offence: str | None
    articles: tuple[str, ...] | None
    fine: Money | str | None
    restitution: Money | str | None


@dataclass(frozen=True, slots=True)
class Absence:
    start: dt.date
    until: dt.date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Remission:
    kind: str
    granted_on: dt.date
    term: Term
    late_for: str | None


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day and a code: a violation, a risk assessment, a merit, a pledge, a leave."""

    on: dt.date
    code: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    as_of: dt.date | None
    person: Person
    detention: tuple[Detention, ...] | None
    sentences: tuple[Sentence, ...] | None
    absences: tuple[Absence, ...] | None
    remissions: tuple[Remission, ...] | None
    conduct: tuple[Dated, ...] | None
    discipline: tuple[Dated, ...] | None
    risk: tuple[Dated, ...] | None
    programme: tuple[Dated, ...] | None
    merits: tuple[Dated, ...] | None
    illness: Dated | str | None
    pledge: Dated | str | None
    cooperation: Dated | str | None
    on_leave: Dated | None

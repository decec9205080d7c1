"""So many people at once, whatever they were read from: those the law takes, and those it refuses with the reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from teladan.law.column_checks import doubtful
from teladan.law.columns import People, from_facts, joined
from teladan.law.facts import Facts, FactsError, parse
from teladan.law.terms import Days, Flags, day_of


@dataclass(frozen=True)
class Refused:
    """A row that is not assessed: which, and what is wrong in which field."""

    id: str
    row: int
    field: str
    error: str


@dataclass(frozen=True)
class Row:
    """A row to be read by itself. `facts` makes the contract's JSON of it, and may raise FactsError."""

    has_id: bool
    facts: Callable[[], Mapping[str, Any]]


@dataclass(frozen=True)
class Chunk:
    """People in the order of the input; `rows`: the number of each in it, `as_of`: the day of each."""

    ids: list[str]
    rows: list[int]
    as_of: Days
    people: People
    refused: list[Refused]


def chunk(  # noqa: PLR0913, PLR0917 - a batch of rows has these parts
    ids: Sequence[str], first: int, as_of: Days, people: People, broken: Flags, read: Callable[[Days], Sequence[Row]]
) -> Chunk:
    """Read the rows that are `broken`, or that the law doubts, one by one; the others go as they are."""
    doubted = broken | doubtful(people)
    odd = np.flatnonzero(doubted)
    if not odd.size:
        return Chunk(list(ids), list(range(first, first + len(ids))), as_of, people, [])
    plain = np.flatnonzero(~doubted)
    taken: list[tuple[int, Facts]] = []
    refused: list[Refused] = []
    for row, alone in zip(odd.tolist(), read(odd), strict=True):
        try:
            taken.append((row, _parsed(alone)))
        except FactsError as wrong:
            refused.append(Refused(ids[row], first + row, wrong.field, wrong.message))
    rows = np.concatenate([plain, np.array([row for row, _ in taken], np.int64)])
    whole = joined([people.take(plain), from_facts([facts for _, facts in taken])])
    order = np.argsort(rows)
    days = as_of.copy()
    for row, facts in taken:
        days[row] = as_of[row] if facts.as_of is None else day_of(facts.as_of)
    rows = rows[order]
    numbers = rows.tolist()
    return Chunk(
        [ids[row] for row in numbers], [first + row for row in numbers], days[rows], whole.take(order), refused
    )


def _parsed(row: Row) -> Facts:
    if not row.has_id:
        raise FactsError("id", "is required")
    return parse(row.facts())


def of_facts(rows: Sequence[tuple[str, int, Mapping[str, Any] | FactsError]], day: int) -> Chunk:
    """Return the chunk of rows that are the contract's JSON already: id, number, facts or what is wrong with them."""
    taken: list[tuple[str, int, Facts]] = []
    refused = []
    for name, number, facts in rows:
        try:
            if isinstance(facts, FactsError):
                raise facts
            taken.append((name, number, parse(facts)))
        except FactsError as wrong:
            refused.append(Refused(name, number, wrong.field, wrong.message))
    days = [day if facts.as_of is None else day_of(facts.as_of) for _, _, facts in taken]
    people = from_facts([facts for _, _, facts in taken])
    names, numbers = [name for name, _, _ in taken], [number for _, number, _ in taken]
    return Chunk(names, numbers, np.array(days, np.int64), people, refused)

"""People from a CSV file: one row a person, each column named by its path in the contract.

`person.birth_date`, `detention.0.start`, `sentences.0.term.years`. An empty cell says nothing; `null` is null, and
`[]` in a column named by a list alone says that there are none.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import Any

from teladan.exemplar.nation.arrow_schema import expected
from teladan.exemplar.nation.chunk import of_facts
from teladan.exemplar.nation.layout import FACTS, ID, NOT_FINAL, WHOLE, Group, Many, UnusableError
from teladan.exemplar.nation.source import Stretch, digest
from teladan.law.facts import FactsError

ROWS_AT_ONCE = 2_048
Path_ = tuple[str | int, ...]
Told = tuple[str, int, Mapping[str, Any] | FactsError]


class CsvSource:
    """`day`: the day number for whoever has no `as_of`. UnusableError: a column is no path of the contract."""

    def __init__(self, path: Path, day: int) -> None:
        self._path, self._day = path, day
        with self._opened() as opened:
            self._columns = _columns(next(csv.reader(opened), []))
        self._id = [path for path, _ in self._columns].index((ID,))

    @cached_property
    def identity(self) -> dict[str, Any]:
        return {"kind": "csv", "sha256": self._digest[0]}

    @property
    def total(self) -> int:
        return max(self._digest[1] - 1, 0)

    @cached_property
    def _digest(self) -> tuple[str, int]:
        return digest(self._path)

    def _opened(self) -> Any:
        # Bytes that are no UTF-8 are kept, so that only the row they stand in is refused.
        return self._path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")

    def stretches(self, done: dict[int, int]) -> Iterator[Stretch]:  # noqa: ARG002 - a line must be read to be passed
        with self._opened() as opened:
            rows = csv.reader(opened)
            next(rows)
            first = 0
            while cells := list(islice(_whole(rows, self._path), ROWS_AT_ONCE)):
                yield Stretch(first, len(cells), partial(self._read, cells, first))
                first += len(cells)

    def _read(self, cells: Sequence[Sequence[str]], first: int) -> Any:
        told = [self._told(row, number) for number, row in enumerate(cells, first)]
        return of_facts(told, self._day)

    def _told(self, cells: Sequence[str], number: int) -> Told:
        name = cells[self._id] if self._id < len(cells) else ""
        try:
            return _usable(name), number, self._facts(cells)
        except FactsError as wrong:
            return name, number, wrong

    def _facts(self, cells: Sequence[str]) -> Mapping[str, Any]:
        if len(cells) != len(self._columns):
            raise FactsError("", f"expected {len(self._columns)} cells, found {len(cells)}")
        facts: dict[str | int, Any] = {}
        for (path, kind), cell in zip(self._columns, cells, strict=True):
            if cell and path != (ID,):
                _put(facts, path, _value(cell, kind))
        found: Mapping[str, Any] = _lists(facts)
        return found


def _usable(name: str) -> str:
    if not name:
        raise FactsError(ID, "is required")
    try:
        name.encode()
    except UnicodeEncodeError as wrong:
        raise FactsError(ID, "expected a text in UTF-8") from wrong
    return name


def _whole(rows: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    """Yield the rows that are not empty; UnusableError where the file is no CSV any more."""
    try:
        yield from (row for row in rows if row)
    except csv.Error as wrong:
        raise UnusableError(str(path), f"this is no CSV file that can be read ({wrong})") from wrong


def _columns(names: Sequence[str]) -> list[tuple[Path_, Any]]:
    if ID not in names:
        raise UnusableError(ID, f"the column is missing: expected {expected(FACTS[ID])}")
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UnusableError(twice, "there are two columns of this name")
    return [_column(name) for name in names]


def _column(name: str) -> tuple[Path_, Any]:
    known: Any = Group(FACTS)
    path: list[str | int] = []
    for step in name.split("."):
        if isinstance(known, Many) and step.isascii() and step.isdigit():
            path.append(int(step))
            known = known.item
        elif isinstance(known, Group) and step in known.fields and step != NOT_FINAL:
            path.append(step)
            known = known.fields[step]
        else:
            raise UnusableError(name, f"no such column; after {'.'.join(map(str, path)) or 'the start'} {_next(known)}")
    return tuple(path), known


def _next(known: Any) -> str:
    if isinstance(known, Many):
        return "a number is expected: 0 for the first of the list"
    fields = [name for name in known.fields if name != NOT_FINAL] if isinstance(known, Group) else []
    return f"one of these is expected: {', '.join(fields)}" if fields else "nothing more is expected"


def _value(cell: str, kind: Any) -> Any:
    if cell == "null":
        return None
    if isinstance(kind, Many):
        return [] if cell == "[]" else cell
    if kind == WHOLE and cell.isascii() and cell.removeprefix("-").isdigit() and len(cell) < 20:
        return int(cell)
    return cell


def _put(facts: dict[str | int, Any], path: Path_, value: Any) -> None:
    """Set a value under its path; FactsError where a whole and a part of it are both given."""
    at: Any = facts
    for step in path[:-1]:
        at = at.setdefault(step, {})
        if not isinstance(at, dict):
            break
    if not isinstance(at, dict) or path[-1] in at:
        raise FactsError(".".join(map(str, path)), "a whole and a part of it are both given")
    at[path[-1]] = value


def _lists(value: Any) -> Any:
    """Make lists of what is numbered; they close up where a number is left empty."""
    if not isinstance(value, dict):
        return value
    if any(isinstance(step, int) for step in value):
        return [_lists(value[step]) for step in sorted(value)]
    return {step: _lists(each) for step, each in value.items()}

"""Lists of different lengths, one a person, kept end to end: row i is items offsets[i] to offsets[i + 1]."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Columns = Mapping[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Ragged:
    """`known[i]` False: nobody knows whether person i has any."""

    offsets: NDArray[np.int64]
    columns: Columns
    known: NDArray[np.bool_]

    def rows(self, first: int, last: int) -> "Ragged":
        """The lists of the persons first to last - 1."""
        a, b = int(self.offsets[first]), int(self.offsets[last])
        cut = {name: column[a:b] for name, column in self.columns.items()}
        return Ragged(self.offsets[first : last + 1] - a, cut, self.known[first:last])

    def take(self, rows: NDArray[np.int64]) -> "Ragged":
        """The lists of some persons, in that order."""
        counts = np.diff(self.offsets)[rows]
        offsets = np.zeros(rows.size + 1, np.int64)
        np.cumsum(counts, out=offsets[1:])
        place = np.repeat(self.offsets[:-1][rows] - offsets[:-1], counts) + np.arange(offsets[-1])
        return Ragged(offsets, {n: c[place] for n, c in self.columns.items()}, self.known[rows])


class Padded:
    """The same lists as a table: `depth` rows of one item a person, filled up with harmless values.

    A column has shape (depth, persons), so a loop over its rows runs over people. It is laid out when it is first asked
    for: most people have no fine, and of a long list most columns are never looked at.
    """

    def __init__(self, lists: Ragged, fill: Mapping[str, int]) -> None:
        self.lists, self._fill = lists, fill
        self._laid: dict[str, NDArray[np.int64]] = {}
        self._counts = np.diff(lists.offsets)
        self.depth = int(self._counts.max(initial=0))
        self.known = lists.known

    def of(self, persons: NDArray[np.int64]) -> "Padded":
        """The table of some persons."""
        return Padded(self.lists.take(persons), self._fill)

    def __getitem__(self, name: str) -> NDArray[np.int64]:
        if name not in self._laid:
            self._laid[name] = self._lay(name)
        return self._laid[name]

    def _lay(self, name: str) -> NDArray[np.int64]:
        values = self.lists.columns[name]
        if self._counts.size == 1:
            return values.reshape(self.depth, 1)
        table = np.full((self.depth, self._counts.size), self._fill[name], np.int64)
        table.reshape(-1)[self._places] = values
        return table

    @cached_property
    def person(self) -> NDArray[np.int64]:
        """Whose each item of `lists` is."""
        return np.repeat(np.arange(self._counts.size), self._counts)

    @cached_property
    def _places(self) -> NDArray[np.int64]:
        """Where each item lies in the table, read row by row."""
        which = np.arange(self.person.size) - self.lists.offsets[self.person]
        places: NDArray[np.int64] = which * self._counts.size + self.person
        return places


def last_until(lists: Ragged, column: str, day: int) -> NDArray[np.int64]:
    """Where each person's last item on or before a day lies, -1 if none: shape (persons,). Items sorted by `column`."""
    passed = np.zeros(lists.offsets[-1] + 1, np.int64)
    np.cumsum(lists.columns[column] <= day, out=passed[1:])
    first = lists.offsets[:-1]
    count = passed[lists.offsets[1:]] - passed[first]
    return np.where(count > 0, first + count - 1, -1)


def concatenated(parts: Sequence[Ragged]) -> Ragged:
    """The lists of some persons, then those of others."""
    counts = np.concatenate([np.diff(part.offsets) for part in parts])
    offsets = np.zeros(counts.size + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    columns = {name: np.concatenate([part.columns[name] for part in parts]) for name in parts[0].columns}
    return Ragged(offsets, columns, np.concatenate([part.known for part in parts]))


def from_lists(per_person: list[list[tuple[int, ...]] | None], names: tuple[str, ...]) -> Ragged:
    """Build from Python lists; None: not known."""
    counts = [len(items) if items else 0 for items in per_person]
    offsets = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    flat: Any = [item for items in per_person if items for item in items]
    table = np.array(flat, np.int64).reshape(-1, len(names))
    known = np.array([items is not None for items in per_person], np.bool_)
    return Ragged(offsets, {name: table[:, i].copy() for i, name in enumerate(names)}, known)

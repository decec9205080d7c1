"""Lists of different lengths, one a person, kept end to end: row i is items offsets[i] to offsets[i + 1]."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Padded:
    """The same lists as a table: `depth` rows of one item a person, filled up with harmless values."""

    depth: int
    known: NDArray[np.bool_]
    columns: dict[str, NDArray[np.int64]]

    def __getitem__(self, name: str) -> NDArray[np.int64]:
        return self.columns[name]


def pad(lists: Ragged, fill: Mapping[str, int]) -> Padded:
    """Shape (depth, persons): item k of every person lies in one row, so a loop over k runs over columns."""
    counts = np.diff(lists.offsets)
    depth = int(counts.max(initial=0))
    if depth == 0:
        empty = np.empty((0, counts.size), np.int64)
        return Padded(0, lists.known, dict.fromkeys(fill, empty))
    if counts.size == 1:
        return Padded(depth, lists.known, {n: lists.columns[n].reshape(depth, 1) for n in fill})
    place = lists.offsets[:-1] + np.arange(depth)[:, None]
    there = np.arange(depth)[:, None] < counts
    np.minimum(place, lists.offsets[-1] - 1, out=place)
    columns = {n: np.where(there, lists.columns[n][place], value) for n, value in fill.items()}
    return Padded(depth, lists.known, columns)


def from_lists(per_person: list[list[tuple[int, ...]] | None], names: tuple[str, ...]) -> Ragged:
    """Build from Python lists; None: not known."""
    counts = [len(items) if items else 0 for items in per_person]
    offsets = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=offsets[1:])
    flat: Any = [item for items in per_person if items for item in items]
    table = np.array(flat, np.int64).reshape(-1, len(names))
    known = np.array([items is not None for items in per_person], np.bool_)
    return Ragged(offsets, {name: table[:, i].copy() for i, name in enumerate(names)}, known)

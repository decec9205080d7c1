"""Where people come from: a source says who it is, how many there are, and gives them so many at a time."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from teladan.exemplar.nation.chunk import Chunk

BYTES_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Stretch:
    """Some rows that follow one another. `read` gives the people in them, and is not called for rows already done."""

    first: int
    rows: int
    read: Callable[[], Chunk]


class Source(Protocol):
    """`identity`: what must be the same for work to be taken up again. `total`: rows, as far as it is known."""

    @property
    def identity(self) -> dict[str, Any]: ...

    @property
    def total(self) -> int: ...

    def stretches(self, done: dict[int, int]) -> Iterator[Stretch]:
        """Yield the rows from first to last. `done`: rows that are there already, by the number of the first.

        Rows that are done may be left out or not; whoever asks does not read them.
        """


def digest(path: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file and how many lines it has, in one reading."""
    found, lines = hashlib.sha256(), 0
    with path.open("rb") as opened:
        while block := opened.read(BYTES_AT_ONCE):
            found.update(block)
            lines += block.count(b"\n")
    return found.hexdigest(), lines

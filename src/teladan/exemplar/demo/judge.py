"""What the demo asks of the law, of many people at once. The only file here that knows how the engine is called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Answer:
    """A right on a day: its status, first day, length in days; `items` of a late remission are (for, days)."""

    status: str
    date: date | None
    days: int | None
    items: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Judged:
    """One person's dates and rights."""

    rights: dict[str, Answer]
    release: date | None
    register: str | None


Judge = Callable[[Sequence[dict[str, Any]], date], list[Judged]]

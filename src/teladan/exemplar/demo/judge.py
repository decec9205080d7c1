"""What the demo asks of the law, of many people at once. The only file here that knows how the engine answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Protocol

from teladan.law.assess import CRITERIA, STATUSES, Result, assess_many
from teladan.law.codes import REGISTERS
from teladan.law.columns import from_facts
from teladan.law.facts import Facts
from teladan.law.terms import Term


@dataclass(frozen=True)
class Answer:
    """A right on a day: its status, first day, length in days, and the criteria not met and not known."""

    status: str
    date: date | None
    days: int | None
    failed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Judged(Protocol):
    """One person's dates and rights on a day."""

    @property
    def release(self) -> date | None:
        """The day of release after unpaid substitutes; None when there is none."""

    @property
    def register(self) -> str:
        """The register class; empty when it is not known."""

    def right(self, name: str) -> Answer:
        """One right."""

    def late(self) -> list[tuple[str, int]]:
        """Return the parts of a late remission: what it stands for (`general`, `religious`) and its days."""


Judge = Callable[[Sequence[Facts], date], Sequence[Judged]]


@dataclass(frozen=True)
class Row:
    """A person in the engine's columns."""

    result: Result
    row: int

    @property
    def release(self) -> date | None:
        """As `Judged` says."""
        found: date | None = self.result.timeline["release"][self.row].item()
        return found

    @property
    def register(self) -> str:
        """As `Judged` says."""
        code = int(self.result.timeline["register"][self.row])
        return REGISTERS[code] if code >= 0 else ""

    def right(self, name: str) -> Answer:
        """As `Judged` says."""
        found, row = self.result.rights[name], self.row
        days = int(found.length_days[row])
        return Answer(
            STATUSES[found.status[row]],
            found.date[row].item(),
            days if days >= 0 else None,
            _names(int(found.failed[row])),
            _names(int(found.unknown[row])),
        )

    def late(self) -> list[tuple[str, int]]:
        """As `Judged` says; only the explanation holds the parts."""
        told: list[dict[str, Any]] = self.result.explain(self.row)["rights"]
        items = next(right for right in told if right["right"] == "late_remission").get("items", [])
        return [(item["kind"], Term(**item["length"]).total) for item in items]


def by_law(people: Sequence[Facts], as_of: date) -> list[Row]:
    """Ask the law about many people on one day."""
    if not people:
        return []
    result = assess_many(from_facts(list(people)), as_of)
    return [Row(result, row) for row in range(len(people))]


@cache
def _names(bits: int) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(CRITERIA) if bits >> place & 1)

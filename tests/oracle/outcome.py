"""What was found about one right, and the status that follows."""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle.three_valued import Answer


@dataclass
class Outcome:
    right: str
    closed: bool = False
    time: dict[str, Answer] = field(default_factory=dict)
    condition: dict[str, Answer] = field(default_factory=dict)
    exclusion: dict[str, Answer] = field(default_factory=dict)
    day: date | None = None
    length: int | None = None
    ends: date | None = None

    def answers(self) -> dict[str, Answer]:
        return {**self.exclusion, **self.condition, **self.time}

    def named(self, *, answer: Answer) -> set[str]:
        return {name for name, given in self.answers().items() if given is answer}

    def status(self, as_of: date) -> str:
        if self.closed:
            return "closed"
        if False in self.exclusion.values():
            return "excluded"
        if False in self.condition.values():
            return "blocked"
        if None in self.answers().values():
            return "needs_facts"
        if False in self.time.values() or (self.day and self.day > as_of):
            return "upcoming"
        return "eligible"

    def told(self, as_of: date) -> dict:
        status = self.status(as_of)
        shown = status not in ("closed", "excluded")
        return {
            "right": self.right,
            "status": status,
            "date": self.day if shown else None,
            "length": self.length if shown else None,
            "ends": self.ends if shown else None,
            "met": set() if self.closed else self.named(answer=True),
            "failed": set() if self.closed else self.named(answer=False),
            "unknown": set() if self.closed else self.named(answer=None),
        }

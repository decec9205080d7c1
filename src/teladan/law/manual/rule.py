"""What the manual holds: a rule with its dated versions. Pure data in both languages; how it looks is a face's."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Said = Mapping[str, str]  # a text in Indonesian (id) and English (en)
Cite = Mapping[str, str]  # regulation, article, confidence; from, where it is shown only from that day on
MARKS: Final = ("C", "B", "A")  # the least sure first


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """What a rule says while it is in force, first and last day included; None: no day in the files, or no end."""

    id: str
    first: dt.date | None
    last: dt.date | None
    scope: str
    law: Sequence[Cite]
    sets: Sequence[tuple[Said, Said]]  # each number: what it is, its value
    unread: Said | None
    raw: Mapping[str, Any]  # the numbers as the files have them
    digest: str = ""  # of all that is said; a confirmation is of these words and no others

    @property
    def mark(self) -> str:
        """The least sure mark of its citations; empty where nothing is cited."""
        return next((mark for mark in MARKS if any(cite["confidence"] == mark for cite in self.law)), "")

    def runs_on(self, day: dt.date) -> bool:
        """Whether it is in force on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Rule:
    """A right, a criterion, a counting convention, a number, a line of the sum, a feast or a note."""

    kind: str
    name: str
    title: Said
    texts: Sequence[tuple[str, Said]]  # what people read, by the name of the answer
    rights: Sequence[str]  # the rights that ask it; none: all, or none in particular
    criteria: Sequence[str]  # what a right asks
    versions: Sequence[RuleVersion]

    @property
    def id(self) -> str:
        """Its name in the manual: `criterion.no_escape`."""
        return f"{self.kind}.{self.name}"

    def on(self, day: dt.date) -> list[RuleVersion]:
        """The versions in force on a day: several where remissions and leaves have their own."""
        return [version for version in self.versions if version.runs_on(day)]

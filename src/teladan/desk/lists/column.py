"""A column of a list, and what may stand in its cells."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from teladan.desk.words import distance_words

Text = str | Promise
NEAR = 120  # days


@dataclass(frozen=True)
class Link:
    """A cell that leads somewhere."""

    text: Text
    href: str
    kind: str = "link"

    def __str__(self) -> str:
        return str(self.text)


@dataclass(frozen=True)
class Tag:
    """A cell that says where something stands; `state` is one of the states of the tag component."""

    text: Text
    state: str
    kind: str = "tag"

    def __str__(self) -> str:
        return str(self.text)


@dataclass(frozen=True)
class Due:
    """A date, seen from another: near ones say how far, past ones stand out."""

    day: date | None
    seen_from: date
    kind: str = "due"

    def __str__(self) -> str:
        return self.day.isoformat() if self.day else ""

    @property
    def late(self) -> bool:
        return self.day is not None and self.day < self.seen_from

    @property
    def note(self) -> str:
        """How far the day is, when that is near enough to matter."""
        if self.day is None or (self.day - self.seen_from).days > NEAR:
            return ""
        return distance_words(self.day, self.seen_from)


@dataclass(frozen=True)
class Column:
    """`value` gives a text, number, date, None, Link, Tag or Due for a row; `order` the fields it sorts by.

    `number` is written to the right,
    `whole` never broken over two lines. A column with a permission is neither shown nor exported to roles without it.
    """

    key: str
    label: Text
    value: Callable[[Any], Any]
    order: tuple[str, ...] = ()
    permission: str = ""
    number: bool = False
    whole: bool = False

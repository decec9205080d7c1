"""A column of a list, and what may stand in its cells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

Text = str | Promise


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
    """A date with a word on how far it is; late ones stand out."""

    day: Any
    note: Text = ""
    late: bool = False
    kind: str = "due"

    def __str__(self) -> str:
        return self.day.isoformat() if self.day else ""


@dataclass(frozen=True)
class Column:
    """`value` gives a text, number, date, None, Link, Tag or Due for a row; `order` the fields it sorts by.

    A column with a permission is neither shown nor exported to roles without it.
    """

    key: str
    label: Text
    value: Callable[[Any], Any]
    order: tuple[str, ...] = ()
    permission: str = ""
    number: bool = False

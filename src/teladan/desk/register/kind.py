"""What the register's forms need to know about one kind of row."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.functional import Promise

from teladan.people.models.base import Recorded

Group = tuple[str | Promise, tuple[str, ...]]  # fields that stand in one line, and what they are together
Fields = Callable[[Any, Any], dict[str, forms.Field]]


def plain_values(clean: dict[str, Any]) -> dict[str, Any]:
    """Return the fields as they were filled in."""
    return dict(clean)


def plain_initial(row: Any, names: list[str]) -> dict[str, Any]:
    """Return a row's values, or those of an older version of it, by the names of the fields."""
    return {name: getattr(row, f"{name}_id", None) or getattr(row, name, None) for name in names}


def no_problem(_clean: dict[str, Any]) -> list[tuple[str, str]]:
    return []


@dataclass(frozen=True)
class Kind:
    """`fields(officer, row)` are asked; `values` makes the row's of the answers; `tab` is where its rows are shown."""

    name: str
    model: type[Recorded]
    permission: str
    tab: str
    title: str | Promise
    fields: Fields
    values: Callable[[dict[str, Any]], dict[str, Any]] = plain_values
    initial: Callable[[Any, list[str]], dict[str, Any]] = plain_initial
    problems: Callable[[dict[str, Any]], list[tuple[str, str]]] = no_problem
    names: dict[str, str] = field(default_factory=dict)
    path: str = "stay__person__uid"
    removable: bool = True
    groups: tuple[Group, ...] = ()

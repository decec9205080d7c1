"""One tile of the home page."""

from dataclasses import dataclass

from django.urls import reverse

from teladan.desk.roles import may
from teladan.people.models import Officer


@dataclass(frozen=True)
class Tile:
    """`tone` alarm is red: a number that must be 0. `task` is this officer's next action, if it is not 0."""

    count: int
    label: str
    href: str
    tone: str = ""
    task: str = ""


def listed(name: str, query: str = "") -> str:
    """Return the address of the list that a tile counts."""
    return reverse(f"desk:{name}") + query


def pressing(count: int, tone: str = "today") -> str:
    """Return the tone of a number that is not 0."""
    return tone if count else ""


def todo(officer: Officer, task: str, *permissions: str) -> str:
    """Return the task for an officer who may do one of these, nothing for whoever only reads the number."""
    return task if any(may(officer, permission) for permission in permissions) else ""

"""One tile of the home page."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Tile:
    """`tone` alarm is red: a number that must be 0. `task` is the next action when the number is not 0."""

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

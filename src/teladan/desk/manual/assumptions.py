"""What the demo population is made with, from the demo's own file."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.exemplar.demo.assumptions import entries

BASES: dict[str, tuple[Promise, str]] = {
    "published": (_("Diterbitkan"), "eligible"),
    "counted": (_("Dihitung dari putusan"), "eligible"),
    "derived": (_("Diturunkan"), "upcoming"),
    "law": (_("Aturan"), "upcoming"),
    "assumption": (_("Diandaikan"), "needs-facts"),
}


@dataclass(frozen=True)
class Assumption:
    """One number or habit of the demo, with what it rests on."""

    text: str
    value: str
    basis: str | Promise
    state: str
    source: str


def assumptions() -> list[Assumption]:
    """Return every entry in the order of the file."""
    return [_assumption(entry) for entry in entries().values()]


def _assumption(entry: dict[str, Any]) -> Assumption:
    basis, state = BASES.get(entry["basis"], (entry["basis"], "closed"))
    return Assumption(words.said(entry), _plain(entry["value"]), basis, state, entry.get("source", ""))


def _plain(value: Any) -> str:
    """Return a value of the file for reading: tables as `name value`, lists with commas, words not at all."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if isinstance(value, str) else str(value)

"""The text of a verdict cut where proposed values were read from, so that each can be marked and linked."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from teladan.desk.intake.names import LABELS, field_of


@dataclass(frozen=True)
class Passage:
    """The range a value was read from. `key` names it in addresses within the page."""

    key: str
    label: str | Promise
    begin: int
    end: int
    back: str


@dataclass
class Piece:
    """A piece of the text: plain, or marked for one or more values. `starts` are the passages that begin here."""

    text: str
    starts: list[Passage] = field(default_factory=list)
    inside: Passage | None = None


def passages_of(proposal: dict[str, Any]) -> list[Passage]:
    """Return every passage of a proposal, in the order of its fields."""
    found = [_passage(name, name, value) for name, value in proposal.items() if isinstance(value, dict)]
    for name in ("articles", "detention", "detention_unsure"):
        rows = proposal.get(name, ())
        found += [_passage(f"{name}-{number}", name, row, number) for number, row in enumerate(rows)]
    return [each for each in found if each is not None]


def _passage(key: str, name: str, value: dict[str, Any], number: int = 0) -> Passage | None:
    begin, end = value.get("passage") or (0, 0)
    if end <= begin or name not in LABELS:
        return None
    return Passage(key, LABELS[name], begin, end, field_of(name, number))


def pieces(text: str, passages: list[Passage]) -> list[Piece]:
    """Cut the text at every begin and end; where passages overlap, the shortest is the one a reader goes back to."""
    edges = sorted({0, len(text), *(min(edge, len(text)) for each in passages for edge in (each.begin, each.end))})
    return [_piece(text, passages, begin, end) for begin, end in itertools.pairwise(edges)]


def _piece(text: str, passages: list[Passage], begin: int, end: int) -> Piece:
    covering = [each for each in passages if each.begin <= begin and end <= each.end]
    inside = min(covering, key=lambda each: each.end - each.begin, default=None)
    return Piece(text[begin:end], [each for each in covering if each.begin == begin], inside)

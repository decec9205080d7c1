"""What every field's reader is given, and what it answers."""

from dataclasses import dataclass, field
from typing import Any

from teladan.people.intake.flat import Flat, Span, flatten
from teladan.people.intake.sections import Sections, find_sections


@dataclass(frozen=True, slots=True)
class Answer:
    """One field as read: its value, the flat range it was read from, and whether the reader is sure.

    `value=None, sure=True` says that the verdict has none (no fine); `sure=False` says that an officer must look.
    """

    value: Any = None
    span: Span | None = None
    sure: bool = True
    note: str | None = None


UNSURE = Answer(sure=False)
NONE = Answer()


@dataclass(frozen=True, slots=True)
class Reading:
    """A verdict's text, its flat form, and where its parts lie."""

    text: str
    flat: Flat
    sections: Sections = field(repr=False)

    @property
    def words(self) -> str:
        """The flat text."""
        return self.flat.text

    def passage(self, begin: int, end: int) -> list[int]:
        """Return the range in the text as given, with the bracket that closes what it opened."""
        first, last = self.flat.passage(begin, end)
        given = self.text[first:last]
        closes = given.count("(") > given.count(")") and self.text[last : last + 1] == ")"
        return [first, last + closes]


def read_text(text: str) -> Reading:
    """Prepare `text` for the readers."""
    flat = flatten(text)
    return Reading(text, flat, find_sections(flat, text))

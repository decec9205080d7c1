"""One shape for every verdict: lower-case words and figures, each knowing where it stood.

Courts' files come with capitals, punctuation, page headers and broken lines; research extracts come with none
of it. Both are reduced to the same row of words, so one set of rules reads both, and every word keeps its
character range in the text as given.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from teladan.people.intake.furniture import blank_lone_numbers, furniture_spans

WORD = re.compile(r"[^\W\d_]+|[0-9]+")
# "M E N G A D I L I": headings are often set with a space after each letter.
SPREAD = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Flat:
    """The words of a text joined by single spaces, and the way back to the text as given."""

    text: str
    begins: list[int]
    ranges: list[Span]

    def passage(self, begin: int, end: int) -> list[int]:
        """Character range in the text as given for the flat range `begin:end` (end exclusive)."""
        if not self.ranges or end <= begin:
            return [0, 0]
        first = max(bisect_right(self.begins, begin) - 1, 0)
        last = max(bisect_right(self.begins, end - 1) - 1, first)
        return [self.ranges[first][0], self.ranges[last][1]]

    def position(self, offset: int) -> int:
        """Flat position of the first word that begins at or after `offset` in the text as given."""
        at = bisect_right(self.ranges, (offset, -1))
        return self.begins[at] if at < len(self.begins) else len(self.text)


def flatten(text: str) -> Flat:
    """Reduce `text` to a Flat; page headers and lone page numbers are left out, offsets stay the original's."""
    lowered = blank_lone_numbers(_lower(text))
    words = [(found.group(), found.span()) for found in WORD.finditer(lowered)]
    flat = _close_up(_join(words))
    spans = furniture_spans(flat.text)
    return _without(flat, spans) if spans else flat


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _join(words: list[tuple[str, Span]]) -> Flat:
    begins, at = [], 0
    for word, _ in words:
        begins.append(at)
        at += len(word) + 1
    return Flat(" ".join(word for word, _ in words), begins, [span for _, span in words])


def _words(flat: Flat) -> list[tuple[str, Span]]:
    return list(zip(flat.text.split(" "), flat.ranges, strict=True)) if flat.ranges else []


def _close_up(flat: Flat) -> Flat:
    spread = [found.span() for found in SPREAD.finditer(flat.text)]
    if not spread:
        return flat
    words = _words(flat)
    for begin, end in reversed(spread):
        first, last = bisect_right(flat.begins, begin) - 1, bisect_right(flat.begins, end - 1) - 1
        joined = "".join(word for word, _ in words[first : last + 1])
        words[first : last + 1] = [(joined, (words[first][1][0], words[last][1][1]))]
    return _join(words)


def _without(flat: Flat, spans: list[Span]) -> Flat:
    words = _words(flat)
    for begin, end in reversed(spans):
        first, last = bisect_right(flat.begins, begin) - 1, bisect_right(flat.begins, end - 1) - 1
        del words[first : last + 1]
    return _join(words)

"""From days to places on a line, and labels that never stand on each other."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Scale:
    """A line of `length` that runs from one day to another, starting at `offset`."""

    first: date
    last: date
    offset: float
    length: float

    def at(self, day: date) -> float:
        """Return the place of a day; days outside stand at the ends."""
        whole = max((self.last - self.first).days, 1)
        part = min(max((day - self.first).days / whole, 0.0), 1.0)
        return round(self.offset + part * self.length, 1)


def stairs(spans: list[tuple[float, float]], gap: float) -> list[int]:
    """Return a lane for each text (spans in order of start), 0 nearest the line.

    A text stands above every text that begins under it, so that the thread from a text down to its dot crosses no
    other text.
    """
    found = [0] * len(spans)
    for number in reversed(range(len(spans))):
        end = spans[number][1] + gap
        under = [found[later] for later in range(number + 1, len(spans)) if spans[later][0] < end]
        found[number] = max(under, default=-1) + 1
    return found


def spread(places: list[float], gap: float, first: float) -> list[float]:
    """Return places in the same order, each at least `gap` after the one before: labels of a standing line."""
    found: list[float] = []
    last = first - gap
    for place in places:
        last = max(place, last + gap)
        found.append(last)
    return found


def text_width(text: str) -> float:
    """Return about how wide a text of 14 px is; on the wide side, so that labels keep apart."""
    return 7.6 * len(text) + 4

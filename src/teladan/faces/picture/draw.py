"""Two drawings of the same marks: a lying line for wide screens and paper, a standing one for phones."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats

from teladan.faces.picture.bars import Bar, of_dates
from teladan.faces.picture.marks import Dates, Mark
from teladan.faces.picture.scale import Scale, spread, stairs, text_width
from teladan.faces.picture.signs import SHAPES, shown

MOST_REMISSIONS = 4  # more of them are dots without words: the table beside the picture has each
WIDE, SIDE = 1180, 24
LANE, BAR, GAP = 24, 26, 14  # a lane is as high as a thing to press must be
TALL_WIDE, TALL_LINE, TALL_GAP, TALL_TEXT = 350, 34, 42, 62


@dataclass(frozen=True)
class Label:
    """A mark with its place: the dot on the line, the text beside it."""

    mark: Mark
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str
    text: str

    @property
    def shape(self) -> str:
        return SHAPES[self.mark.kind]

    @property
    def ground(self) -> tuple[float, float, float]:
        """Left, top and width of the paper behind the words: no line runs through them."""
        width = text_width(self.text)
        return (self.text_x - (width if self.anchor == "end" else 0), self.text_y - 17, width)


@dataclass(frozen=True)
class Stretch:
    """A bar with its place."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Picture:
    """Everything the template draws; no sums are left to it."""

    width: float
    height: float
    line: float
    stretches: list[Stretch]
    labels: list[Label]
    dots: list[Label]
    today: float
    today_on: bool

    @property
    def foot(self) -> float:
        """Where the line of today ends: below the bar, above the words."""
        return self.line + BAR + 6

    @property
    def signs(self) -> list[tuple[str, str, str]]:
        """What its signs mean, only those that are there."""
        dots = [label.mark.kind for label in (*self.labels, *self.dots)]
        return shown((stretch.kind for stretch in self.stretches), dots)


def wide(dates: Dates, marks: list[Mark], day: date) -> Picture:
    """Return the lying picture: dates of the term above the bar, rights and remissions below."""
    bars = of_dates(dates, day)
    scale = _scale(bars, marks, day, SIDE, WIDE - 2 * SIDE)
    spoken, silent = _spoken(marks)
    above, below = _sides(spoken)
    up, down = _lanes(above, scale), _lanes(below, scale)
    top = 30 + LANE * (max(up, default=-1) + 1)
    height = top + BAR + 12 + LANE * (max(down, default=-1) + 1) + 8
    labels = [
        *(_label(mark, scale, top, top - 10 - LANE * lane) for mark, lane in zip(above, up, strict=True)),
        *(_label(mark, scale, top + BAR, top + BAR + 24 + LANE * lane) for mark, lane in zip(below, down, strict=True)),
    ]
    stretches = [
        Stretch(bar.kind, scale.at(bar.start), top, round(scale.at(bar.end) - scale.at(bar.start), 1), BAR)
        for bar in bars
    ]
    dots = [_label(mark, scale, top + BAR, top + BAR) for mark in silent]
    return Picture(WIDE, height, top, stretches, labels, dots, scale.at(day), _shown(day, scale))


def tall(dates: Dates, marks: list[Mark], day: date) -> Picture:
    """Return the standing picture: time runs down, each date on its own line."""
    bars = of_dates(dates, day)
    spoken, silent = _spoken(marks)
    height: float = max(320, TALL_GAP * len(spoken) + 40)
    scale = _scale(bars, marks, day, 20, height - 40)
    places = spread([scale.at(mark.day) for mark in spoken], TALL_GAP, 20)
    labels = [
        Label(mark, TALL_LINE, scale.at(mark.day), TALL_TEXT, place, "start", _text(mark, long=True))
        for mark, place in zip(spoken, places, strict=True)
    ]
    stretches = [
        Stretch(bar.kind, TALL_LINE - 9, scale.at(bar.start), 18, round(scale.at(bar.end) - scale.at(bar.start), 1))
        for bar in bars
    ]
    height = max(height, (places[-1] if places else 0) + 34)
    dots = [Label(mark, TALL_LINE, scale.at(mark.day), 0, 0, "start", _text(mark, long=True)) for mark in silent]
    return Picture(TALL_WIDE, height, TALL_LINE, stretches, labels, dots, scale.at(day), _shown(day, scale))


def _spoken(marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the marks with words, and the remissions that are too many to be written out."""
    remissions = [mark for mark in marks if mark.kind == "remission"]
    if len(remissions) <= MOST_REMISSIONS:
        return marks, []
    return [mark for mark in marks if mark.kind != "remission"], remissions


def _scale(bars: list[Bar], marks: list[Mark], day: date, offset: float, length: float) -> Scale:
    days = [*(bar.start for bar in bars), *(bar.end for bar in bars), *(mark.day for mark in marks)]
    first, last = min(days, default=day), max(days, default=day + timedelta(days=1))
    return Scale(first, last, offset, length)


def _shown(day: date, scale: Scale) -> bool:
    return scale.first <= day <= scale.last


def _sides(marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    above = [mark for mark in marks if mark.kind in ("term", "end")]
    return above, [mark for mark in marks if mark.kind in ("right", "remission")]


def _text(mark: Mark, *, long: bool = False) -> str:
    name = mark.name if long else mark.label
    return f"{name} · {formats.date_format(mark.day, 'j M Y')}"


def _span(mark: Mark, scale: Scale) -> tuple[float, float]:
    width = text_width(_text(mark))
    start = scale.at(mark.day) - 6
    return (start, start + width) if start + width <= WIDE else (scale.at(mark.day) + 6 - width, scale.at(mark.day) + 6)


def _lanes(marks: list[Mark], scale: Scale) -> list[int]:
    """Return a lane for each mark, by where its text starts."""
    spans = [_span(mark, scale) for mark in marks]
    order = sorted(range(len(spans)), key=lambda number: spans[number])
    given = stairs([spans[number] for number in order], GAP)
    found = dict(zip(order, given, strict=True))
    return [found[number] for number in range(len(marks))]


def _label(mark: Mark, scale: Scale, y: float, text_y: float) -> Label:
    x = scale.at(mark.day)
    anchor = "start" if _span(mark, scale)[0] == x - 6 else "end"
    return Label(mark, x, y, x - 6 if anchor == "start" else x + 6, text_y, anchor, _text(mark))

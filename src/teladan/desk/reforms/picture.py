"""How full the house will be under both laws: two lines in one drawing, for screen and paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 16, 36
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000)
MOST_LINES = 6
EVERY = 6  # months between two labels


@dataclass(frozen=True)
class Drawing:
    """The lines as points of an SVG polyline; `levels` and `labels`: place and words of the scale."""

    before: str
    after: str
    levels: list[tuple[float, int]]
    labels: list[tuple[float, date]]
    first: float | None  # where the draft begins, if within the months


def draw(result: Mapping[str, Any], first: date, *, coming: bool) -> Drawing:
    """Return the two lines of a result, with newcomers or of today's people alone."""
    days = [date.fromisoformat(day) for day in result["months"]]
    before, after = (result[f"{name}_coming" if coming else name] for name in ("before", "after"))
    step = next((step for step in STEPS if max(*before, *after) <= step * MOST_LINES), STEPS[-1])
    top = step * (max(*before, *after, 1) // step + 1)
    return Drawing(
        _line(before, top),
        _line(after, top),
        [(_y(level, top), level) for level in range(0, top + 1, step)],
        [(_x(place, len(days)), day) for place, day in enumerate(days) if place % EVERY == 0],
        _place_of(first, days),
    )


def _line(values: Sequence[int], top: int) -> str:
    return " ".join(f"{_x(place, len(values)):.1f},{_y(value, top):.1f}" for place, value in enumerate(values))


def _x(place: float, count: int) -> float:
    return LEFT + place * (WIDTH - LEFT - RIGHT) / (count - 1)


def _y(value: float, top: int) -> float:
    return HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM) / top


def _place_of(first: date, days: Sequence[date]) -> float | None:
    later = [place for place, day in enumerate(days) if day >= first]
    return _x(later[0], len(days)) if later and first > days[0] else None

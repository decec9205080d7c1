"""The sum behind one date, line by line, as the law tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from teladan.faces import words

# Lines that only name a result; the line that leads to a date is its last.
RESULTS = ("start", "expiry_initial", "expiry", "release", "fraction")
FRACTIONS = ("one_third", "half", "two_thirds")
LAST = {"start": "start", "expiry_initial": "expiry_initial", "expiry": "expiry", "release": "release"}


@dataclass(frozen=True)
class Line:
    """One step: its sentence, the day it arrives at, where it is written; `code` names the date, if it is one."""

    text: str
    day: date | None
    law: Sequence[Mapping[str, str]]
    code: str

    @property
    def result(self) -> bool:
        """Whether this step arrives at one of the dates of the timeline."""
        return bool(self.code)


def of_date(explained: Mapping[str, Any], code: str) -> list[Line]:
    """Return the steps that lead to one date; none when it cannot be computed."""
    steps = explained.get("sums", ())
    chosen = _fraction(steps, code) if code in FRACTIONS else _chain(steps, LAST[code])
    return [_line(step) for step in chosen]


def all_lines(explained: Mapping[str, Any]) -> list[Line]:
    """Return every step in order."""
    return [_line(step) for step in explained.get("sums", ())]


def _chain(steps: Sequence[Mapping[str, Any]], last: str) -> list[Mapping[str, Any]]:
    """Return the steps up to the one named, without the fractions, which stand beside the way."""
    names = [step["name"] for step in steps]
    if last not in names:
        return []
    return [step for step in steps[: names.index(last) + 1] if step["name"] != "fraction"]


def _fraction(steps: Sequence[Mapping[str, Any]], code: str) -> list[Mapping[str, Any]]:
    start = [step for step in steps if step["name"] == "start"]
    wanted = [step for step in steps if step["operation"].get("fraction") == code]
    return [*start, *wanted] if wanted else []


def _line(step: Mapping[str, Any]) -> Line:
    day = date.fromisoformat(step["result"]) if step["result"] else None
    code = step["operation"].get("fraction", step["name"]) if step["name"] in RESULTS else ""
    return Line(words.said(step["text"]), day, step["law"], code)

"""Lengths of time as verdicts write them: `5 (lima) tahun dan 6 (enam) bulan`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from teladan.people.intake.near import nearest
from teladan.people.intake.words import number

UNITS = {
    "tahun": "years", "thn": "years", "th": "years", "bulan": "months", "bln": "months", "hari": "days",
    "minggu": "weeks",
}  # fmt: skip
MOST_WORDS = 5
LONGEST = {"years": 50, "months": 600, "days": 3660, "weeks": 520}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at `begin:end` of the flat text; `parts` is None when figure and words disagree."""

    parts: dict[str, int] | None
    begin: int
    end: int


@cache
def _shape(words: int) -> re.Pattern[str]:
    return re.compile(rf"(?:(\d{{1,4}}) )?((?:[a-z]+ ){{{words}}})([a-z]{{2,7}})\b")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r" (?:(?:dan|serta|lebih|dengan) )?(?=\d|[a-z])")


def length_at(text: str, at: int, end: int | None = None) -> Length | None:
    """Return the length of time that begins exactly at `at`, all its parts joined; None if none stands there."""
    limit = len(text) if end is None else end
    found = _part_at(text, at, limit)
    if not found:
        return None
    parts, stop = [found[0]], found[1]
    while (joint := _joint().match(text, stop, limit)) and (found := _part_at(text, joint.end(), limit)):
        parts.append(found[0])
        stop = found[1]
    return Length(_together(parts), at, stop)


def _together(parts: list[tuple[str, int | None]]) -> dict[str, int] | None:
    total = {"years": 0, "months": 0, "days": 0}
    units = [unit for unit, _ in parts]
    if len(set(units)) != len(units) or any(value is None for _, value in parts):
        return None
    for unit, value in parts:
        if unit == "weeks":
            total["days"] += 7 * (value or 0)
        else:
            total[unit] += value or 0
    return total


def _part_at(text: str, at: int, limit: int) -> tuple[tuple[str, int | None], int] | None:
    for words in range(MOST_WORDS + 1):
        found = _shape(words).match(text, at, limit)
        unit = _unit(found[3]) if found else None
        if found and unit and (found[1] or words) and _like_number(found[1], found[2]):
            return (unit, _value(found[1], found[2], unit)), found.end()
    return None


@lru_cache(4096)
def _unit(word: str) -> str | None:
    return UNITS.get(word) or UNITS.get(nearest(word, ("tahun", "bulan")) or "")


def _like_number(figure: str | None, words: str) -> bool:
    # Two unreadable words beside a figure are a misspelling to report; more of them are another sentence.
    return (
        not _without_stray(words)
        or number(_without_stray(words)) is not None
        or bool(figure and len(words.split()) <= 2)
    )


def _without_stray(words: str) -> str:
    # A figure one set as the letter l or i; a word blacked out.
    return re.sub(r"^[li] |\b(?:xxx|unk) ", "", words)


def _value(figure: str | None, words: str, unit: str) -> int | None:
    """Figure and words must agree; unreadable words leave the figure standing only when nothing is written."""
    words = _without_stray(words)
    spelt = number(words) if words else None
    if figure is None:
        value = spelt
    elif not words or spelt == int(figure):
        value = int(figure)
    else:
        value = None
    return value if value is not None and 0 <= value <= LONGEST[unit] else None

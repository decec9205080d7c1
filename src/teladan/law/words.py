"""Writing values in Indonesian and English."""

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np

from teladan.law import codes, regulations
from teladan.law.criterion import Value
from teladan.law.terms import FAR, NONE, date_of, months_and_days

LANGUAGES: Final = ("id", "en")
CODES: Final = {"religion": codes.RELIGIONS, "rating": codes.RATINGS, "risk": codes.RISK_LEVELS}


@cache
def _table() -> Mapping[str, Any]:
    return regulations.table("words")


@lru_cache(maxsize=2**16)
def iso(day: int) -> str | None:
    """An ISO date, or None for no day."""
    return None if day == NONE or abs(day) >= FAR else date_of(day).isoformat()


def parts(days: int) -> dict[str, int] | None:
    """A number of days as months of 30 days; None where it is not known."""
    if days < 0:
        return None
    months, rest = months_and_days(int(days))
    return {"years": 0, "months": months, "days": rest}


@cache
def long_date(day: int, language: str) -> str:
    """17 Agustus 2026, 17 August 2026."""
    if day == NONE or abs(day) >= FAR:
        return str(_table()["none"][language])
    return spell(date_of(day), language)


def spell(date: dt.date, language: str) -> str:
    """A date in words."""
    return f"{date.day} {_table()['months'][language][date.month - 1]} {date.year}"


def length(years: int, months: int, days: int, language: str) -> str:
    """2 tahun 6 bulan, 2 years 6 months."""
    units = _table()["units"]
    found = [
        _count(number, units[name], language)
        for name, number in (("years", years), ("months", months), ("days", days))
        if number
    ]
    return " ".join(found) or _count(0, units["days"], language)


def _count(number: int, unit: Mapping[str, str], language: str) -> str:
    word = unit["one"] if language == "en" and number == 1 else unit[language]
    return f"{number} {word}"


def word(kind: str, name: str, language: str) -> str:
    """The word for a code."""
    return str(_table()["word"][kind][name][language])


def fact(name: str, language: str) -> str:
    """The name of a fact."""
    return str(_table()["fact"][name][language])


def phrase(name: str) -> Mapping[str, Any]:
    """A fixed text or a table of words."""
    found: Mapping[str, Any] = _table()[name]
    return found


def number_of(value: Value, row: int) -> int:
    """The value of one person."""
    data = value.data
    return int(data[row]) if isinstance(data, np.ndarray) and data.ndim else int(data)


def as_json(value: Value | None, row: int) -> Any:
    """The value of one person for JSON: dates ISO, days and money numbers, codes their names."""
    if value is None:
        return None
    number = number_of(value, row)
    if value.kind in ("date", "month"):
        day = iso(number)
        return day[:7] if day and value.kind == "month" else day
    if value.kind == "term":
        return parts(number)
    if value.kind.startswith("word:"):
        return None if number < 0 else CODES[value.kind[5:]][number]
    return number


def as_text(value: Value, row: int, language: str) -> str:
    """The value of one person in words."""
    return said(value.kind, number_of(value, row), language)


@lru_cache(maxsize=2**16)  # the same days and lengths stand in the findings of many rights and people
def said(kind: str, number: int, language: str) -> str:
    """A number of a kind of `Value` in words."""
    if kind == "date":
        return long_date(number, language)
    if kind == "month":
        return long_date(number, language).split(" ", 1)[-1]
    if kind == "term":
        return length(0, *months_and_days(number), language)
    if kind == "rupiah":
        return f"Rp{number:,}".replace(",", ".") if language == "id" else f"Rp{number:,}"
    if kind.startswith("word:"):
        names = CODES[kind[5:]]
        return word(kind[5:], names[number], language) if number >= 0 else str(_table()["none"][language])
    return str(number)


class Filling(dict[str, str]):
    """Fills a template on demand: only the values that the chosen text names are written out."""

    def __init__(self, values: Mapping[str, Value | None], row: int, language: str) -> None:
        super().__init__()
        self._values, self._row, self._language = values, row, language

    def __missing__(self, name: str) -> str:
        value = self._values[name]
        return "" if value is None else as_text(value, self._row, self._language)


def fill(text: Mapping[str, str], values: Mapping[str, Value | None], row: int) -> dict[str, str]:
    """A text in both languages with its values."""
    return {
        language: text[language].format_map(Filling(values, row, language)) if "{" in text[language] else text[language]
        for language in LANGUAGES
    }


def date_from(text: str) -> dt.date:
    """The date of an ISO text."""
    return dt.date.fromisoformat(text)

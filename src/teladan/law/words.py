"""Writing values in Indonesian and English."""

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from string import Formatter
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
    return int(data.item(row)) if isinstance(data, np.ndarray) and data.ndim else int(data)


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


def fill(text: Mapping[str, str], values: Mapping[str, Value | None], row: int) -> dict[str, str]:
    """A text in both languages with its values."""
    templates = (text["id"], text["en"])
    numbers = tuple([_number(values[name], row) for name in _names(templates)])
    return dict(zip(LANGUAGES, _filled(templates, numbers), strict=True))


def _number(value: Value | None, row: int) -> tuple[str, int] | None:
    return None if value is None else (value.kind, number_of(value, row))


@cache
def _names(templates: tuple[str, str]) -> tuple[str, ...]:
    """The names of the values that the texts ask for, each once."""
    names = (name for text in templates for _, name, _, _ in Formatter().parse(text) if name)
    return tuple(dict.fromkeys(names))


@lru_cache(maxsize=2**15)  # the same finding stands in the assessments of thousands
def _filled(templates: tuple[str, str], numbers: tuple[tuple[str, int] | None, ...]) -> tuple[str, ...]:
    """The text in each language with its values, given in the order of `_names`."""
    names, found = _names(templates), []
    for text, language in zip(templates, LANGUAGES, strict=True):
        told = ("" if number is None else said(*number, language) for number in numbers)
        found.append(text.format(**dict(zip(names, told, strict=True))))
    return tuple(found)


def date_from(text: str) -> dt.date:
    """The date of an ISO text."""
    return dt.date.fromisoformat(text)

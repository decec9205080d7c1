"""The numbers of a rule in words, in both languages. The words are in `words.toml` beside this file."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from teladan.law import words
from teladan.law.manual.rule import Said

FILE: Final = Path(__file__).parent / "words.toml"


@cache
def table(name: str) -> Mapping[str, Any]:
    """One part of the manual's words."""
    with FILE.open("rb") as opened:
        found: Mapping[str, Any] = tomllib.load(opened)[name]
    return found


def sets(numbers: Mapping[str, Any]) -> Iterator[tuple[Said, Said]]:
    """Each number: what it is, and its value. A number without words is called by its name; a test finds it."""
    for name, value in numbers.items():
        what = table("number").get(name, dict.fromkeys(words.LANGUAGES, name))
        yield what, {language: _value(value, language) for language in words.LANGUAGES}


def _value(value: Any, language: str) -> str:
    if isinstance(value, bool):  # 1 == True: a number must not be read as yes
        return str(table("value")["yes" if value else "no"][language])
    if isinstance(value, dt.date):
        return words.spell(value, language)
    if isinstance(value, list):
        return ", ".join(_item(each, language) for each in value)
    if isinstance(value, dict):
        if set(value) == set(words.LANGUAGES):
            return str(value[language])
        return "; ".join(f"{_value(name, language)} {_value(each, language)}" for name, each in value.items())
    return str(table("value").get(value, {}).get(language, value)) if isinstance(value, str) else str(value)


def _item(value: Any, language: str) -> str:
    """An item of a list; two numbers are the first and the last of several."""
    if isinstance(value, list):
        first, last = value
        return str(first) if first == last else f"{first}–{last}"
    return _value(value, language)

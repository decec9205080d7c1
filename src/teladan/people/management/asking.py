"""What a command was not told it asks, once, where somebody sits before it; else it says which options are missing."""

from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from django.core.management.base import CommandError
from django.utils import translation

from teladan.people.errors import Refused

Question = tuple[str, str, bool]


def asked(questions: Iterable[Question], given: Mapping[str, Any], terminal: TextIO) -> dict[str, str]:
    """Return an answer for each question (option, words, may stay empty), given or asked. Raises CommandError."""
    questions = list(questions)
    missing = [name for name, _words, empty in questions if not (given.get(name) or "").strip() and not empty]
    if missing and not terminal.isatty():
        raise CommandError("missing: " + ", ".join(f"--{name}" for name in missing))
    ask = bool(missing)
    return {name: _answer(name, words, empty, given, ask=ask) for name, words, empty in questions}


def _answer(name: str, words: str, empty: bool, given: Mapping[str, Any], *, ask: bool) -> str:
    told = given.get(name)
    if told is not None and (told.strip() or empty):
        return str(told).strip()
    while ask:
        answer = input(f"{words}: ").strip()
        if answer or empty:
            return answer
    return ""


def in_words(refused: Refused, names: Mapping[str, str]) -> str:
    """Return the refusal in English, each problem with the option it is about."""
    with translation.override("en"):
        told = [
            (names.get(wrong.field, f"--{wrong.field}" if wrong.field else ""), wrong.text)
            for wrong in refused.problems
        ]
    return "\n".join(f"{name}: {text}" if name else text for name, text in told)

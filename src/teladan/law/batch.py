"""Many people, one fact file a line: assessed together in columns, one answer a line in the same order."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from teladan.law import facts as reading
from teladan.law.assess import assess_many
from teladan.law.columns import from_facts
from teladan.law.conventions import Conventions
from teladan.law.facts import Facts, FactsError
from teladan.law.json_text import read_json
from teladan.law.rule_ids import NONE_CONFIRMED, Confirmed

Answer = dict[str, Any]


def is_batch(name: str, text: str) -> bool:
    """A JSONL file by its name; else several lines that each begin an object, or whose first is one by itself."""
    if name.lower().endswith((".jsonl", ".ndjson")):
        return True
    lines = [line for line in _lines(text) if line.strip()]
    return len(lines) > 1 and (all(line.lstrip().startswith("{") for line in lines) or _is_object(lines[0]))


def _lines(text: str) -> list[str]:
    """Only a line feed ends a line: JSON may hold the other separators that `splitlines` knows inside a string."""
    return text.split("\n")


def _is_object(line: str) -> bool:
    try:
        return isinstance(read_json(line), dict)
    except FactsError:
        return False


def assess_lines(
    text: str,
    as_of: dt.date | None,
    today: dt.date,
    conventions: Conventions,
    confirmed: Confirmed = NONE_CONFIRMED,
) -> Iterator[Answer]:
    """One answer a line: the assessment, or what is wrong with the line and in which field."""
    lines = [(number, line) for number, line in enumerate(_lines(text), 1) if line.strip()]
    read = [_read(number, line) for number, line in lines]
    answers: list[Answer | None] = [one if isinstance(one, dict) else None for one in read]
    by_day: dict[dt.date, list[tuple[int, Facts]]] = {}
    for place, one in enumerate(read):
        if isinstance(one, Facts):
            by_day.setdefault(as_of or one.as_of or today, []).append((place, one))
    for day, people in by_day.items():
        for place, answer in _assess_day(day, people, lines, conventions, confirmed):
            answers[place] = answer
    yield from (answer for answer in answers if answer is not None)


def _assess_day(
    day: dt.date,
    people: list[tuple[int, Facts]],
    lines: list[tuple[int, str]],
    conventions: Conventions,
    confirmed: Confirmed,
) -> Iterator[tuple[int, Answer]]:
    try:
        result = assess_many(from_facts([facts for _, facts in people]), day, conventions, confirmed=confirmed)
    except FactsError as problem:
        for place, _ in people:
            yield place, _bad(lines[place][0], problem)
        return
    for row, (place, _) in enumerate(people):
        yield place, result.explain(row)


def _read(number: int, line: str) -> Facts | Answer:
    try:
        return reading.parse(read_json(line))
    except FactsError as problem:
        return _bad(number, problem)


def _bad(number: int, problem: FactsError) -> Answer:
    return {"line": number, "error": problem.message, "field": problem.field or None}

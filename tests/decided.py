"""What the golden cases decide: by right, condition and version of its law, which answer, and how close to the edge.

A case stands on the edge when the smallest step of one of its own facts (a day, a rupiah, the next rating, the next
article) turns the answer between met and not met.
"""

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from teladan.law.assess import CRITERIA, Result, assess_many
from teladan.law.codes import RATINGS, RISK_LEVELS
from teladan.law.conventions import choose
from teladan.law.criteria import REGISTRY
from teladan.law.engine import Asked
from teladan.law.facts import FactsError, parse
from teladan.law.reading import DATE
from teladan.law.regulations import FIRST_DAY, in_force
from teladan.law.rights import RIGHTS
from teladan.law.terms import date_of, day_of

ANSWERS = ("met", "not_met", "unknown")
BIT = {name: 1 << place for place, name in enumerate(CRITERIA)}


class Question(NamedTuple):
    """A condition as one right asks it under one version of its law; `since`: the first day of that version."""

    right: str
    criterion: str
    since: dt.date


def questions() -> Iterator[Question]:
    """Every condition of every right, for each version of its law while the right is in force."""
    for right in RIGHTS.values():
        for name in right.criteria:
            for law in REGISTRY[name].laws:
                scoped = law.scope in ("", right.scope)
                if scoped and any(law.first <= own.last and own.first <= law.last for own in right.laws):
                    yield Question(right.name, name, date_of(law.first))


def changes() -> set[tuple[str, dt.date]]:
    """Every day on which a right, or a condition it asks, gets another law: the right and the first day of it."""
    found = set()
    for right in RIGHTS.values():
        laws = [law for name in right.criteria for law in REGISTRY[name].laws if law.scope in ("", right.scope)]
        for law in (*right.laws, *laws):
            if law.first > FIRST_DAY and in_force(right.laws, law.first) is not None:
                found.add((right.name, date_of(law.first)))
    return found


def decided(cases: dict[str, dict]) -> dict[Question, dict[str, set[str]]]:
    """By question: the cases that decide it, by answer, and `first_met`, `last_not_met` for those on the edge."""
    found: dict[Question, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for (as_of, switches), group in _grouped(cases).items():
        result = _assessed([case["facts"] for _, case in group], as_of, switches)
        for row, (name, case) in enumerate(group):
            for question, answer in _answers(case, result, row):
                found[question][answer].add(name)
    for question, edge, name in _edges(cases):
        found[question][edge].add(name)
    return found


def _grouped(cases: dict[str, dict]) -> dict[tuple[str, str], list[tuple[str, dict]]]:
    groups = defaultdict(list)
    for name, case in cases.items():
        if "refused" not in case["expect"]:
            groups[case["facts"]["as_of"], json.dumps(case.get("switches", {}))].append((name, case))
    return groups


def _assessed(facts: list[dict], as_of: str, switches: str) -> Result:
    return assess_many(facts, dt.date.fromisoformat(as_of), choose(**json.loads(switches)))


def _answers(case: dict, result: Result, row: int) -> Iterator[tuple[Question, str]]:
    """What the case itself says of each condition that concerns this person."""
    for right, wanted in case["expect"].get("rights", {}).items():
        _, rulings, at = result._of(row, right)
        for one in rulings[right].asked:
            answer = _said(wanted, one.criterion.name)
            if answer and _concerns(one, at):
                yield Question(right, one.criterion.name, date_of(one.law.first)), answer


def _said(wanted: dict, criterion: str) -> str | None:
    named = next((answer for answer in ANSWERS if criterion in wanted.get(answer, ())), None)
    return named or ("met" if wanted.get("exactly") else None)


def _concerns(asked: Asked, row: int) -> bool:
    return asked.answer.applies is None or bool(asked.answer.applies[row])


# Edges -------------------------------------------------------------------------------------------------------------


def _edges(cases: dict[str, dict]) -> Iterator[tuple[Question, str, str]]:
    """(question, edge, case): each case with one of its own facts moved by the smallest step."""
    steps = defaultdict(list)
    for name, case in cases.items():
        if "changed" in case:
            switches = json.dumps(case.get("switches", {}))
            for facts in smallest_steps(case["facts"], case["changed"]):
                steps[facts["as_of"], switches].append((name, facts))
    for (as_of, switches), moved in steps.items():
        result = _assessed([facts for _, facts in moved], as_of, switches)
        for row, (name, _) in enumerate(moved):
            for question, edge in _turned(cases[name], result, row, _day(as_of)):
                yield question, edge, name


def _turned(case: dict, result: Result, row: int, moved_to: int) -> Iterator[tuple[Question, str]]:
    """The conditions whose answer is another after the step, under the same version of their law."""
    as_of = _day(case["facts"]["as_of"])
    for right, wanted in case["expect"].get("rights", {}).items():
        columns = result.rights[right]
        failed, unknown = int(columns.failed[row]), int(columns.unknown[row])
        for criterion in RIGHTS[right].criteria:
            law, law_then = (in_force(REGISTRY[criterion].laws, day, RIGHTS[right].scope) for day in (as_of, moved_to))
            said = _said(wanted, criterion)
            if law is None or law is not law_then or said not in ("met", "not_met") or unknown & BIT[criterion]:
                continue
            if (said == "met") == bool(failed & BIT[criterion]):
                yield Question(right, criterion, date_of(law.first)), f"edge_{said}"


def _day(text: str) -> int:
    return day_of(dt.date.fromisoformat(text))


def smallest_steps(facts: dict, changed: list[str]) -> Iterator[dict]:
    """The facts with the day, or one of the facts the case changed, a step up or down; only facts that can be."""
    for step in (-1, 1):
        if _day(facts["as_of"]) + step >= FIRST_DAY:
            yield {**facts, "as_of": _next_day(facts["as_of"], step)}
    for name in changed:
        first, *rest = name.split(".")
        if first in facts:
            for value in _stepped(facts[first], rest):
                moved = {**facts, first: value}
                if _usable(moved):
                    yield moved


def _usable(facts: dict) -> bool:
    try:
        parse(facts)
    except FactsError:
        return False
    return True


def _stepped(value, path: list[str]) -> Iterator:
    """The value with one leaf under the path (all leaves where it ends) a step up or down."""
    if path and isinstance(value, list):
        place = int(path[0])
        for other in _stepped(value[place], path[1:]):
            yield [*value[:place], other, *value[place + 1 :]]
    elif path:
        for other in _stepped(value.get(path[0]), path[1:]):
            yield {**value, path[0]: other}
    elif isinstance(value, dict) and set(value) <= {"years", "months", "days"}:
        yield {**value, "days": value.get("days", 0) + 1}
        yield _a_day_less(value)
    elif isinstance(value, dict):
        for name in value:
            yield from _stepped(value, [name])
    elif isinstance(value, list):
        for place in range(len(value)):
            yield from _stepped(value, [str(place)])
    else:
        yield from _leaf(value)


def _a_day_less(term: dict) -> dict:
    """Twelve months of thirty days: lengths are compared so."""
    days = 360 * term.get("years", 0) + 30 * term.get("months", 0) + term.get("days", 0) - 1
    return {"years": days // 360, "months": days % 360 // 30, "days": days % 30}


def _leaf(value) -> Iterator:
    if isinstance(value, int):
        yield from (value - 1, value + 1)
    elif isinstance(value, str) and DATE.fullmatch(value):
        yield from (_next_day(value, -1), _next_day(value, 1))
    elif isinstance(value, str) and (article := re.fullmatch(r"(.*:)(\d+)(.*)", value)):
        yield from (f"{article[1]}{int(article[2]) + step}{article[3]}" for step in (-1, 1))
    for codes in (RATINGS, RISK_LEVELS):
        if value in codes:
            place = codes.index(value)
            yield from codes[max(place - 1, 0) : place] + codes[place + 1 : place + 2]


def _next_day(text: str, step: int) -> str:
    return (dt.date.fromisoformat(text) + dt.timedelta(days=step)).isoformat()

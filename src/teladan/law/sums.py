"""The sum step by step, so that a family can re-do it with pen and paper. Every number is the one computed."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from teladan.law import regulations, words
from teladan.law.codes import REMISSION_KINDS
from teladan.law.sentence import NO_SENTENCE, parts
from teladan.law.situation import Situation
from teladan.law.terms import YEAR, Days, months_and_days
from teladan.law.timeline import FRACTIONS, add, add_total, fractions

Step = dict[str, Any]


def sums(s: Situation, row: int) -> list[Step]:
    """The lines of one person's sum; nothing where no date can be computed."""
    if not s.time.dated[row]:
        return []
    steps = [*_to_first_expiry(s, row), *_to_expiry(s, row), *_fractions(s, row), *_to_release(s, row)]
    return [{**step, "law": regulations.cites_on(step["law"], s.as_of)} for step in steps]


def _step(name: str, start: int | None, operation: dict[str, Any], result: int, **values: Any) -> Step:
    entry = regulations.table("arithmetic")["steps"][name]
    text = {}
    for language in words.LANGUAGES:
        told = {key: _told(value, language) for key, value in values.items()}
        begin = "" if start is None else words.long_date(start, language)
        text[language] = entry["text"][language].format(
            **{"from": begin, "result": words.long_date(result, language), **told}
        )
    return {
        "name": name,
        "from": None if start is None else words.iso(start),
        "operation": operation,
        "result": words.iso(result),
        "text": text,
        "law": entry["law"],
    }


def _told(value: Any, language: str) -> Any:
    if isinstance(value, _Day):
        return words.long_date(value.day, language)
    return value[language] if isinstance(value, dict) else value


class _Day:
    def __init__(self, day: int) -> None:
        self.day = day


def _length(years: int, rest: int) -> dict[str, str]:
    return {language: words.length(years, *months_and_days(rest), language) for language in words.LANGUAGES}


def _one(values: Days, row: int) -> Days:
    return values[row : row + 1]


def _to_first_expiry(s: Situation, row: int) -> Iterator[Step]:
    custody, sentences = s.custody, s.list("sentences")
    day = int(custody.start[row])
    yield _step("start", None, {}, day)
    number = 0
    for k in range(sentences.depth):
        if sentences["kind"][k][row] == NO_SENTENCE:
            continue
        number += 1
        years, rest = (_one(part, row) for part in parts(sentences, k, "", s.conventions))
        after = int(add(np.array([day], np.int64), years, rest, s.conventions)[0])
        length = {"add": {"years": int(years[0]), "days": int(rest[0])}}
        yield _step("sentence", day, length, after, number=number, length=_length(int(years[0]), int(rest[0])))
        day = after
    credit, absent = int(custody.credit[row]), int(custody.absent[row])
    if credit:
        held = dict(zip(("prison", "house", "city"), (int(c[row]) for c in custody.credited), strict=True))
        yield _step("credit", day, {"subtract_days": credit}, day - credit, days=credit, **held)
        day -= credit
    if absent:
        yield _step("absent", day, {"add_days": absent}, day + absent, days=absent)
    yield _step("expiry_initial", None, {}, int(s.time.expiry_initial[row]))


def _to_expiry(s: Situation, row: int) -> Iterator[Step]:
    remissions, day = s.list("remissions"), int(s.time.expiry_initial[row])
    for k in range(remissions.depth):
        on, days = int(remissions["on"][k][row]), int(remissions["days"][k][row])
        if on > s.as_of:
            continue
        kind = REMISSION_KINDS[remissions["kind"][k][row]]
        named = {language: words.word("remission", kind, language).capitalize() for language in words.LANGUAGES}
        after = max(day - days, min(day, on))
        lost = days - (day - after)
        name = "remission_lost" if lost else "remission"
        yield _step(name, day, {"subtract_days": day - after}, after, kind=named, on=_Day(on), days=days, lost=lost)
        day = after
    yield _step("expiry", None, {}, int(s.time.expiry[row]))


def _fractions(s: Situation, row: int) -> Iterator[Step]:
    custody, total = s.custody, int(s.merged.total[row])
    taken = int(s.time.remission_days[row])
    net = s.conventions["fraction_base"] == "net"
    lengths = fractions(np.array([max(total - taken * net, 0)], np.int64), s.conventions)[:, 0]
    ends = add_total(_one(custody.start, row), lengths, s.conventions)
    for name, days, gross in zip(FRACTIONS, lengths.tolist(), ends.tolist(), strict=True):
        yield _step(
            "fraction",
            int(custody.start[row]),
            {"fraction": name, "of_days": total - taken * net, "add_days": days},
            int(s.time.fraction_on[name][row]),
            fraction=words.phrase("fraction")[name],
            total=total - taken * net,
            days=days,
            length=_length(*divmod(days, YEAR)),
            gross=_Day(gross),
            credit=int(custody.credit[row]),
            absent=int(custody.absent[row]),
            remission=0 if net else taken,
        )


def _to_release(s: Situation, row: int) -> Iterator[Step]:
    day, number = int(s.time.expiry[row]), 0
    for whole, owed in s.time.substitutes:
        if not whole[row]:
            continue
        number += 1
        days = int(owed[row])
        yield _step("substitute", day, {"add_days": days}, day + days, number=number, whole=int(whole[row]), days=days)
        day += days
    yield _step("release", None, {}, int(s.time.release[row]))

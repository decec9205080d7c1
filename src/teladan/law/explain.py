"""The explanation of a decision: the same arrays, one person, in words."""

from functools import cache
from typing import Any

import numpy as np

from teladan.law import words
from teladan.law.codes import MET, REGISTERS, STATUSES, UNKNOWN
from teladan.law.criteria import REGISTRY
from teladan.law.criterion import NOT_APPLICABLE, Value
from teladan.law.engine import Asked, Ruling
from teladan.law.missing import missing, nothing_pronounced
from teladan.law.rights.late_remission import Missed
from teladan.law.situation import Situation
from teladan.law.terms import NONE, Days, parts
from teladan.law.timeline import fractions_on

Told = dict[int, dict[str, Any]]


def right(s: Situation, ruling: Ruling, row: int, told: Told) -> dict[str, Any]:
    """One right of one person as the contract writes it. `told`: findings of answers that rights share."""
    status = STATUSES[ruling.status[row]]
    found: dict[str, Any] = {
        "right": ruling.right.name,
        "title": dict(ruling.right.title),
        "status": status,
        "date": words.iso(int(ruling.date[row])),
        "length": words.parts(int(ruling.length_days[row])),
        "length_days": _known(int(ruling.length_days[row])),
        "ends": words.iso(int(ruling.ends[row])),
        "findings": [],
        "law": [],
    }
    if status == "closed" or ruling.rule is None or ruling.plan is None:
        return found
    found["law"] = [dict(cite) for cite in ruling.rule.law]
    found["findings"] = _findings(s, ruling, row, told)
    if status != "excluded":
        found.update({n: _more(v, row) for n, v in ruling.plan.says.items()})
    return found


def _findings(s: Situation, ruling: Ruling, row: int, told: Told) -> list[dict[str, Any]]:
    """Every criterion that concerns the person; for special offences also that nothing is asked."""
    asked = {one.criterion.name: one for one in ruling.asked}
    found = []
    for name in ruling.right.asks(ruling.rule) if ruling.rule else ():
        one = asked.get(name)
        if one is not None and _concerns(one, row):
            key = id(one.answer)
            if key not in told:
                told[key] = _finding(s, one, row)
            found.append(dict(told[key]))
        elif NOT_APPLICABLE in REGISTRY[name].wording:
            found.append(dict(_not_asked(ruling.right.scope, name, s.law_on)))
    return found


@cache
def _not_asked(scope: str, name: str, law_on: int) -> dict[str, Any]:
    """A condition of special offences that this person, or this day, is not asked for."""
    criterion = REGISTRY[name]
    scoped = [law for law in criterion.laws if law.scope in ("", scope)]
    nearest = max((law for law in scoped if law.first <= law_on), key=lambda law: law.first, default=None)
    return {
        "criterion": name,
        "met": True,
        "applies": False,
        "needs": None,
        "has": None,
        "text": dict(criterion.wording[NOT_APPLICABLE]),
        "law": [dict(cite) for cite in nearest.law] if nearest else [],  # before the first law nothing is cited
    }


def _known(number: int) -> int | None:
    return None if number < 0 else number


def _concerns(asked: Asked, row: int) -> bool:
    applies = asked.answer.applies
    return applies is None or bool(applies[row])


def _more(value: Value, row: int) -> Any:
    if value.kind == "items":
        return [_item(item, row) for item in value.data if item.owed[row]]
    shown = words.as_json(value, row)
    return None if value.kind == "number" and shown == -1 else shown


def _item(item: Missed, row: int) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "day": words.iso(int(item.day[row])),
        "rung": int(item.rung[row]),
        "length": words.parts(int(item.days[row])),
    }


def _finding(s: Situation, asked: Asked, row: int) -> dict[str, Any]:
    answer, criterion = asked.answer, asked.criterion
    code = int(answer.code[row])
    lacking = _lacking(s, row, criterion.facts) if code == UNKNOWN else []
    values = {"needs": answer.needs, "has": answer.has, **answer.says}
    finding: dict[str, Any] = {
        "criterion": criterion.name,
        "met": True if code == MET else None if code == UNKNOWN else False,
        "needs": words.as_json(answer.needs, row),
        "has": words.as_json(answer.has, row),
        "text": words.fill(_wording(s, asked, row, code, lacking), values, row),
        "law": [dict(cite) for cite in asked.law.law],
    }
    if lacking:
        finding["missing"] = lacking
    return finding


def _lacking(s: Situation, row: int, facts: tuple[str, ...]) -> list[str]:
    """The facts that are missing; the day of the judgment, on which the start and the track hang, where no other is."""
    found = missing(s, row, facts)
    return found if found or not _of_sentences(facts) else missing(s, row, ("sentences.final_on",))


def _of_sentences(facts: tuple[str, ...]) -> bool:
    return any(name.startswith("sentences") for name in facts)


def _wording(s: Situation, asked: Asked, row: int, code: int, lacking: list[str]) -> Any:
    """The usual words of the answer, or those of the variant that the criterion chose."""
    wording, variant = asked.criterion.wording, asked.answer.variant
    if variant is not None:
        names, chosen = variant
        index = int(chosen[row])
        if index:
            return wording[names[index - 1]]
    if code != UNKNOWN:
        return wording["met" if code == MET else "not_met"]
    if "unknown" in wording:
        return wording["unknown"]
    if not lacking:
        nothing = _of_sentences(asked.criterion.facts) and nothing_pronounced(s, row)
        return words.phrase("nothing_pronounced" if nothing else "undecided")
    text = words.phrase("unknown")
    return {
        language: text[language].format(missing=", ".join(words.fact(name, language) for name in lacking))
        for language in words.LANGUAGES
    }


def timeline(s: Situation, row: int) -> dict[str, Any]:
    """The dates of one person; null where a date does not exist or is not known."""
    time, custody, merged = s.time, s.custody, s.merged
    dated = bool(time.dated[row])

    def day(days: Any) -> str | None:
        return words.iso(int(days[row])) if dated else None

    def count(days: Any) -> int | None:
        return int(days[row]) if dated else None

    return {
        "start": words.iso(int(np.where(custody.known, custody.start, NONE)[row])),
        "start_from": _start_from(s, row),
        "term_days": count(time.term_days),
        "term": _named(parts(int(merged.total[row]))) if merged.has_term[row] else None,
        "credit_days": int(custody.credit[row]) if custody.known[row] else None,
        "credited": dict(zip(("prison", "house", "city"), (int(c[row]) for c in custody.credited), strict=True)),
        "absent_days": int(custody.absent[row]) if custody.known[row] else None,
        "expiry_initial": day(time.expiry_initial),
        "remission_days": int(time.remission_days[row]),
        "remission_lost_days": count(time.remission_lost_days),
        **{name: day(days) for name, days in time.fraction_on.items()},
        "expiry": day(time.expiry),
        "substitute_days": count(time.substitute_days),
        "release": day(time.release),
        "register": REGISTERS[time.register[row]] if time.register[row] >= 0 else None,
        "served_days": max(int(s.served_on(s.constant(s.as_of))[row]), 0) if custody.known[row] else None,
        "other_reading": {name: day(days) for name, days in _other_reading(s).items()},
    }


def _other_reading(s: Situation) -> dict[str, Days]:
    """The fraction dates by the reading that was not chosen, for the officer to see beside the others."""
    base = "net" if s.conventions["fraction_base"] == "imposed" else "imposed"
    taken, total = s.time.remission_days, s.merged.total
    return fractions_on(base, s.custody, total, taken, s.conventions)


def _start_from(s: Situation, row: int) -> str | None:
    if not s.custody.known[row]:
        return None
    return "final_judgment" if s.custody.from_final[row] else "custody"


def _named(term: tuple[int, int, int]) -> dict[str, int]:
    return dict(zip(("years", "months", "days"), term, strict=True))

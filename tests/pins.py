"""Which golden case holds which version of a rule; `python -m tests.pins` writes it for the manual.

A case holds a version when what it expects would be another if that version answered otherwise: a condition that it
names or that alone decides the status it expects; the right itself; a convention, tried with each other option; a line
of the sum on the way to a date that it expects.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from teladan.law import regulations, served
from teladan.law.assess import CRITERIA, Result, assess_many
from teladan.law.codes import MET, UNKNOWN
from teladan.law.conventions import choose, describe
from teladan.law.engine import Ruling
from teladan.law.manual import rules
from teladan.law.manual.pins import ANSWERS, FILE
from teladan.law.regulations import in_force
from teladan.law.rule_ids import rule_id
from teladan.law.situation import Situation
from tests import golden

Pin = tuple[str, str]  # the version, the answer
EXPECTED = "expected"
TO_EXPIRY = ("start", "sentence", "credit", "absent", "expiry_initial")
REMISSIONS = ("remission", "remission_lost", "expiry")
LINES = {  # the lines of the sum on the way to a date of the timeline
    "start": ("start",),
    "expiry_initial": TO_EXPIRY,
    "expiry": (*TO_EXPIRY, *REMISSIONS),
    "one_third": (*TO_EXPIRY, *REMISSIONS, "fraction"),
    "half": (*TO_EXPIRY, *REMISSIONS, "fraction"),
    "two_thirds": (*TO_EXPIRY, *REMISSIONS, "fraction"),
    "release": (*TO_EXPIRY, *REMISSIONS, "substitute", "release"),
}
NUMBERS = {  # the numbers that a line of the sum, a condition or a convention works with
    "step.credit": "parameter.credit",
    "step.substitute": "parameter.confinement",
    "criterion.under_eighteen": "parameter.adult",
    "criterion.offence_allowed_home": "parameter.home_offences",
    "criterion.one_third_served": "parameter.special_offences",
    "criterion.not_special_offence": "parameter.special_offences",
    "switch.fractions_before_2008": "parameter.fractions",
}
REASONS = ("failed", "unknown")
OPEN = ("eligible", "upcoming", "needs_facts")


def derive() -> dict:
    """Every pin, small: the names of the cases once, and their places."""
    cases = golden.every_case()
    found = defaultdict(lambda: defaultdict(set))
    for place, case in enumerate(cases.values()):
        for version, answer in _refused(case) if "refused" in case["expect"] else _held(case):
            found[version][answer].add(place)
    # Of the families only those about switches: each other case stands on a day of its own, and every option there
    # would take minutes.
    single = {
        place: case
        for place, (name, case) in enumerate(cases.items())
        if name.count("/") == 1 or name.startswith("switches/")
    }
    for version, place in _by_switches(single):
        found[version][EXPECTED].add(place)
    for version, answers in list(found.items()):
        for number in _numbers_of(version):
            found[number][EXPECTED] |= set().union(*answers.values())
    pins = {
        version: {answer: sorted(found[version][answer]) for answer in ANSWERS if answer in found[version]}
        for version in sorted(found)
    }
    return {"cases": list(cases), "pins": pins}


def _numbers_of(version: str) -> list[str]:
    rule = NUMBERS.get(".".join(version.split(".")[:2]))
    return [each.id for each in rules()[rule].versions] if rule else []


def _refused(case: dict) -> Iterator[Pin]:
    """A day before the oldest law known is refused."""
    (oldest,) = rules()["parameter.known_law"].versions
    asked = case["facts"].get("as_of", "") if isinstance(case["facts"], dict) else ""
    if case["expect"]["refused"]["field"] == "as_of" and str(asked) and str(asked) < oldest.first.isoformat():
        yield oldest.id, EXPECTED


def _held(case: dict) -> Iterator[Pin]:
    result = _assess([case])
    for codes in case["expect"].get("notes", {}).values():  # that are there, that are not
        yield from ((f"note.{code}", EXPECTED) for code in codes)
    if "timeline" in case["expect"]:
        yield from _of_the_sum(case["expect"]["timeline"], result.explain(0)["sums"])
    for right, wanted in case["expect"].get("rights", {}).items():
        s, rulings, row = result._of(0, right)
        if rulings[right].rule is not None:
            yield rule_id("right", right, rulings[right].rule), EXPECTED
            yield from _conditions(wanted, rulings[right], row, s)
            yield from _feast(wanted, case["facts"])


def _of_the_sum(wanted: dict, sums: list[dict]) -> Iterator[Pin]:
    used = {step["name"] for step in sums}
    for name in {line for date in wanted for line in LINES.get(date, ())} & used:
        yield f"step.{name}", EXPECTED
    if "register" in wanted:
        yield rules()["parameter.registers"].versions[0].id, EXPECTED


def _conditions(wanted: dict, ruling: Ruling, row: int, s: Situation) -> Iterator[Pin]:
    """What the case names of this right, and what alone decides the status that it expects."""
    named = {name for answer in ("met", "not_met", "unknown") for name in wanted.get(answer, ())}
    codes = [int(one.answer.code[row]) for one in ruling.asked]
    for one, code in zip(ruling.asked, codes, strict=True):
        if one.answer.applies is not None and not one.answer.applies[row]:
            continue
        if one.criterion.name in named or ("status" in wanted and _decides(code, codes, wanted["status"])):
            yield rule_id("criterion", one.criterion.name, one.law), _answer(code)
            if one.criterion.name == "served_six_months":
                yield _six_months(s, row), EXPECTED


def _decides(code: int, codes: list[int], status: str) -> bool:
    """Whether the status would be another if this answer were: one met that fails, the worst one that does not."""
    if code == MET:
        return status in OPEN
    return code == max(codes) and codes.count(code) == 1


def _answer(code: int) -> str:
    return "met" if code == MET else "unknown" if code == UNKNOWN else "not_met"


def _six_months(s: Situation, row: int) -> str:
    child = s.law_on >= served.CHILD_FROM and bool(s.child[row])
    dated = served.CHILD if child else served.ADULT
    return rule_id("parameter", "served_child" if child else "served_adult", in_force(dated, s.law_on))


def _feast(wanted: dict, facts: dict) -> Iterator[Pin]:
    for entry in regulations.table("feasts")["feast"]:
        days = {day.isoformat() for day in entry["days"]}
        if facts.get("person", {}).get("religion") in entry["religions"] and wanted.get("date") in days:
            yield f"feast.{entry['name']}", EXPECTED


def _by_switches(cases: dict[int, dict]) -> Iterator[tuple[str, int]]:
    """(version, place) of each convention whose other option gives a case what it does not expect."""
    groups = defaultdict(list)
    for place, case in cases.items():
        if "refused" not in case["expect"]:
            groups[case["facts"]["as_of"], json.dumps(case.get("switches", {}), sort_keys=True)].append(place)
    for (_, switches), places in groups.items():
        there, usual = [cases[place] for place in places], json.loads(switches)
        before = _assess(there)
        for name, entry in describe().items():
            version = rules()[f"switch.{name}"].versions[0].id
            for option in set(entry["options"]) - {usual.get(name, entry["default"])}:
                after = _assess(there, **{name: option})
                for row, place in enumerate(places):
                    if _differs(there[row]["expect"], before, after, row):
                        yield version, place


def _assess(cases: list[dict], **switches: str) -> Result:
    facts = [case["facts"] for case in cases]
    conventions = choose(**{**cases[0].get("switches", {}), **switches})
    return assess_many(facts, dt.date.fromisoformat(facts[0]["as_of"]), conventions)


def _differs(expect: dict, before: Result, after: Result, row: int) -> bool:
    """Whether what the case names is another; NaT is NaT."""
    ours, theirs = before.timeline, after.timeline
    pairs = [(ours[name], theirs[name]) for name in expect.get("timeline", {}) if name in ours]
    for right, wanted in expect.get("rights", {}).items():
        a, b = before.rights[right], after.rights[right]
        columns = {name for name in wanted if name in {"status", "date", "ends"}}
        columns |= {"length_days"} if "length" in wanted else set()
        pairs += [(getattr(a, name), getattr(b, name)) for name in columns]
        bits = sum(1 << CRITERIA.index(name) for key in ("met", "not_met", "unknown") for name in wanted.get(key, ()))
        pairs += [(getattr(a, name) & np.uint64(bits), getattr(b, name) & np.uint64(bits)) for name in REASONS]
    return any(str(a[row]) != str(b[row]) for a, b in pairs)


if __name__ == "__main__":
    FILE.write_text(json.dumps(derive(), separators=(",", ":")) + "\n", encoding="utf-8")

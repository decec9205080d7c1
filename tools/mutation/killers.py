"""What notices a mutant: the golden cases, the oracle on edge days, the unit tests of the law; the quickest first."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np

from teladan.law.assess import CRITERIA, STATUSES, Result, assess, assess_many
from teladan.law.codes import REGISTERS
from teladan.law.conventions import choose
from teladan.law.facts import FactsError
from tests import golden
from tests.oracle import assess as read_from_the_statute
from tests.oracle import invented
from tests.oracle.days import DAYS

BIT = {name: 1 << place for place, name in enumerate(CRITERIA)}


@dataclass(frozen=True)
class Group:
    """People of one day, and of each what must come out: (row, right or timeline, column, value)."""

    facts: list[dict]
    as_of: dt.date
    switches: dict[str, str]
    wanted: list[tuple[int, str, str, object]]


def noticed(groups: list[Group]) -> int | None:
    """Which group tells the mutant from the law, or none. An error tells too."""
    for place, group in enumerate(groups):
        try:
            result = assess_many(group.facts, group.as_of, choose(**group.switches))
            if not all(_as_wanted(result, *wanted) for wanted in group.wanted):
                return place
        except Exception:  # noqa: BLE001 - whatever it is, a test would have failed
            return place
    return None


def _as_wanted(result: Result, row: int, right: str, column: str, value: object) -> bool:
    if right == "timeline":
        return _shown(column, result.timeline[column][row]) == value
    found = result.rights[right]
    if column in {"failed", "unknown"}:
        mask, bits = value
        return (int(getattr(found, column)[row]) & mask) == bits
    shown = getattr(found, "length_days" if column == "length" else column)[row]
    return _shown(column, shown) == value


def _shown(column: str, value: object) -> object:
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else str(value)
    if column == "status":
        return STATUSES[value]
    if value < 0:
        return None
    return REGISTERS[value] if column == "register" else int(value)


# Golden cases ------------------------------------------------------------------------------------------------------


def golden_groups() -> list[Group]:
    """The cases by day and first offence, switches first: nobody may hang on who else is there."""
    groups = defaultdict(list)
    for case in golden.every_case().values():
        if "refused" not in case["expect"]:
            offence = next((each.get("offence") for each in case["facts"].get("sentences") or ()), None)
            groups[case["facts"]["as_of"], json.dumps(case.get("switches", {})), offence].append(case)
    made = [
        Group([c["facts"] for c in cases], dt.date.fromisoformat(day), json.loads(switches), list(_of_cases(cases)))
        for (day, switches, _), cases in groups.items()
    ]
    return sorted(made, key=lambda group: (not group.switches, -len(group.facts)))


def _of_cases(cases: list[dict]) -> Iterator[tuple[int, str, str, object]]:
    for row, case in enumerate(cases):
        for name, value in case["expect"].get("timeline", {}).items():
            yield row, "timeline", name, value
        for right, wanted in case["expect"].get("rights", {}).items():
            for column in ("status", "date", "length", "ends"):
                if column in wanted:
                    value = wanted[column]
                    yield row, right, column, golden.in_days(value) if column == "length" else value
            yield from ((row, right, *bits) for bits in _bits(wanted))


def _bits(wanted: dict) -> Iterator[tuple[str, object]]:
    named = {answer: sum(BIT[name] for name in wanted.get(answer, ())) for answer in ("met", "not_met", "unknown")}
    every = (1 << len(CRITERIA)) - 1
    mask = every if wanted.get("exactly") else sum(named.values())
    yield "failed", (mask, named["not_met"])
    yield "unknown", (mask, named["unknown"])


def refused_cases() -> list[dict]:
    """The cases whose facts cannot be used."""
    return [case for case in golden.every_case().values() if "refused" in case["expect"]]


def refused_still(cases: list[dict]) -> bool:
    """Whether every case that is to be refused is, with its field."""
    for case in cases:
        try:
            assess(case["facts"])
        except FactsError as error:
            if error.field == case["expect"]["refused"]["field"]:
                continue
        except Exception:  # noqa: BLE001 - noticed
            return False
        return False
    return True


# The oracle --------------------------------------------------------------------------------------------------------


def oracle_groups(people: int) -> list[Group]:
    """So many made-up people on every edge day, with what the oracle says of them."""
    rngs = [Random(seed) for seed in range(people)]  # noqa: S311 - made-up people
    told = [invented.with_edges(invented.person(rng), rng) for rng in rngs]
    made = []
    for day in DAYS:
        facts = [
            invented.moved_to_an_edge(Random(f"{day} {place}"), one, edges, day)  # noqa: S311
            for place, (one, edges) in enumerate(told)
        ]
        made.append(Group(facts, day, {}, list(_of_oracle(facts, day))))
    return made


def _of_oracle(facts: list[dict], day: dt.date) -> Iterator[tuple[int, str, str, object]]:
    for row, one in enumerate(facts):
        told = golden.flat_oracle(read_from_the_statute({**one, "as_of": day.isoformat()}))
        for name, value in told["timeline"].items():
            yield row, "timeline", name, value
        for right, wanted in told["rights"].items():
            for column in ("status", "date", "length", "ends"):
                yield row, right, column, wanted[column]
            if wanted["status"] != "closed" and "fixed_term" not in wanted["not_met"]:
                yield from ((row, right, *bits) for bits in _bits({**wanted, "exactly": True}))

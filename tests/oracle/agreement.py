"""Both readings of the law beside each other, field by field."""

import json
from collections.abc import Sequence
from datetime import date
from random import Random

import numpy as np

from teladan.law.assess import CRITERIA, STATUSES, Result, RightResult, assess_many
from teladan.law.codes import REGISTERS
from tests import golden
from tests.oracle import assess as read_from_the_statute
from tests.oracle import invented

OUTCOME = ("status", "date", "length", "ends")


def disagreements(facts: dict, told_by_engine: dict) -> list[str]:
    """Every field in which the engine's full assessment differs from the oracle's."""
    return differences(golden.flat(told_by_engine), golden.flat_oracle(read_from_the_statute(facts)))


def sweep(people: Sequence[tuple[dict, list[date]]], day: date, first: int = 0) -> list[str]:
    """Everybody, each moved in time so that one of its edges falls on the day or beside it; what is told apart.

    `people`: facts with their edges. `first`: the number of the first, which decides to which edge each is moved.
    """
    group = [
        invented.moved_to_an_edge(Random(f"{day} {first + place}"), facts, edges, day)  # noqa: S311 - not a secret
        for place, (facts, edges) in enumerate(people)
    ]
    result = assess_many(group, day)
    found = []
    for row, facts in enumerate(group):
        if told := columns_disagree(result, row, facts, day):
            found.append(f"person {first + row} on {day}: {told}\n{json.dumps(facts)}")
    return found


def columns_disagree(result: Result, row: int, facts: dict, day: date) -> list[str]:
    """The same for one row of the engine's columns."""
    oracle = golden.flat_oracle(read_from_the_statute({**facts, "as_of": day.isoformat()}))
    timeline = {name: of_column(name, result.timeline[name][row]) for name in oracle["timeline"]}
    rights = {right: of_row(columns, row) for right, columns in result.rights.items()}
    return differences({"timeline": timeline, "rights": rights}, oracle)


def differences(engine: dict, oracle: dict) -> list[str]:
    found = [
        f"timeline.{name}: engine {engine['timeline'].get(name)}, oracle {value}"
        for name, value in oracle["timeline"].items()
        if engine["timeline"].get(name) != value
    ]
    if set(engine["rights"]) != set(oracle["rights"]):
        found.append(f"rights: engine {sorted(engine['rights'])}, oracle {sorted(oracle['rights'])}")
    for right in oracle["rights"].keys() & engine["rights"].keys():
        found += of_a_right(right, engine["rights"][right], oracle["rights"][right])
    return sorted(found)


def of_a_right(right: str, engine: dict, oracle: dict) -> list[str]:
    """Of a closed scheme, and of a sentence for life, only the outcome is compared: the conditions bind nobody."""
    outcome_only = oracle["status"] == "closed" or "fixed_term" in engine["not_met"] & oracle["not_met"]
    names = OUTCOME if outcome_only else (*OUTCOME, "not_met", "unknown")
    return [
        f"{right}.{name}: engine {shown(engine[name])}, oracle {shown(oracle[name])}"
        for name in names
        if engine[name] != oracle[name]
    ]


def shown(value):
    return sorted(value) if isinstance(value, set) else value


# Columns -----------------------------------------------------------------------------------------------------------


def of_row(columns: RightResult, row: int) -> dict:
    return {
        "status": STATUSES[columns.status[row]],
        "date": of_column("date", columns.date[row]),
        "length": of_column("length", columns.length_days[row]),
        "ends": of_column("ends", columns.ends[row]),
        "not_met": named(int(columns.failed[row])),
        "unknown": named(int(columns.unknown[row])),
    }


def of_column(name: str, value):
    if isinstance(value, np.datetime64):
        return None if np.isnat(value) else str(value)
    if value < 0:
        return None
    return REGISTERS[value] if name == "register" else int(value)


def named(bits: int) -> set[str]:
    return {name for place, name in enumerate(CRITERIA) if bits >> place & 1}

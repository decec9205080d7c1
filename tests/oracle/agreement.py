"""Both readings of the law beside each other, field by field."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
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
    return [
        f"person {first + row} on {day}: {told}\n{json.dumps(group[row])}"
        for row, told in columns_disagree(result, group, day)
    ]


def columns_disagree(result: Result, facts: Sequence[dict], day: date) -> Iterator[tuple[int, list[str]]]:
    """The same for the rows of the engine's columns: the row and what is told apart, where anything is."""
    columns = {name: shown_column(name, values) for name, values in result.timeline.items()}
    rights = {name: shown_right(found) for name, found in result.rights.items()}
    for row, told in enumerate(facts):
        oracle = read_from_the_statute({**told, "as_of": day.isoformat()})
        timeline = {name: columns[name][row] for name in oracle["timeline"]}
        engine = {name: dict(zip(PARTS, parts, strict=True)) for name, parts in of_row(rights, row)}
        if found := differences({"timeline": timeline, "rights": engine}, renamed(oracle)):
            yield row, found


def renamed(oracle: dict) -> dict:
    """The oracle calls `failed` what a case calls `not_met`."""
    rights = {name: {**found, "not_met": found["failed"]} for name, found in oracle["rights"].items()}
    return {"timeline": oracle["timeline"], "rights": rights}


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
    return sorted(value) if isinstance(value, set | frozenset) else value


# Columns -----------------------------------------------------------------------------------------------------------

PARTS = (*OUTCOME, "not_met", "unknown")


def shown_right(found: RightResult) -> list[list]:
    return [
        [STATUSES[code] for code in found.status.tolist()],
        shown_column("date", found.date),
        shown_column("length", found.length_days),
        shown_column("ends", found.ends),
        [named(bits) for bits in found.failed.tolist()],
        [named(bits) for bits in found.unknown.tolist()],
    ]


def of_row(rights: dict[str, list[list]], row: int) -> Iterator[tuple[str, list]]:
    return ((name, [column[row] for column in columns]) for name, columns in rights.items())


def shown_column(name: str, values) -> list:
    """Dates as `date` (none: None), numbers (-1: None), the register by its name."""
    if np.issubdtype(values.dtype, np.datetime64):
        return values.tolist()
    shown = REGISTERS if name == "register" else None
    return [None if value < 0 else shown[value] if shown else value for value in values.tolist()]


@cache
def named(bits: int) -> frozenset[str]:
    return frozenset(name for place, name in enumerate(CRITERIA) if bits >> place & 1)

"""The engine on many people in one call, beside the oracle one by one: nobody's answer may depend on the neighbours."""

import os
from datetime import timedelta
from random import Random

import numpy as np
import pytest

from teladan.law.assess import CRITERIA, STATUSES, assess_many
from teladan.law.codes import REGISTERS
from tests import golden
from tests.oracle import assess as read_from_the_statute
from tests.oracle import invented
from tests.oracle.agreement import of_a_right

PEOPLE = max(int(os.environ.get("TELADAN_SWEEP", "0")) // 10, 400)
DAYS = [
    day + timedelta(days=shift)
    for day in invented.LAW_CHANGES
    for shift in (-1, 0, 1)
    if day + timedelta(days=shift) >= invented.FIRST
]
NAMES = list(CRITERIA)


@pytest.fixture(scope="module")
def people():
    # Half of them inside on the day, or most would be long free.
    return [invented.person(Random(f"column {seed}")) for seed in range(PEOPLE)]  # noqa: S311 - invented people


@pytest.mark.parametrize("day", DAYS[:: max(1, 600 // PEOPLE)], ids=str)
def test_columns(people, day):
    result = assess_many(people, day)
    for row, facts in enumerate(people):
        oracle = golden.flat_oracle(read_from_the_statute({**facts, "as_of": day.isoformat()}))
        found = timeline_differences(result.timeline, row, oracle["timeline"])
        for right, told in oracle["rights"].items():
            found += of_a_right(right, of_row(result.rights[right], row), told)
        assert not found, f"column {row} on {day}: {found}"


def of_row(columns, row):
    return {
        "status": STATUSES[columns.status[row]],
        "date": day_of(columns.date[row]),
        "length": None if columns.length_days[row] < 0 else int(columns.length_days[row]),
        "ends": day_of(columns.ends[row]),
        "not_met": named(columns.failed[row]),
        "unknown": named(columns.unknown[row]),
    }


def named(bits):
    return {name for place, name in enumerate(NAMES) if int(bits) >> place & 1}


def day_of(value):
    return None if np.isnat(value) else str(value)


def timeline_differences(columns, row, oracle):
    found = []
    for name, wanted in oracle.items():
        value = columns[name][row]
        if name == "register":
            told = REGISTERS[value] if value >= 0 else None
        elif isinstance(value, np.datetime64):
            told = day_of(value)
        else:
            told = None if value < 0 else int(value)
        if told != wanted:
            found.append(f"timeline.{name}: engine {told}, oracle {wanted}")
    return found

"""The forecast walks the same path as one read by hand, for people on the edges of the law."""

import os
from datetime import date
from random import Random

import pytest

from teladan.law.columns import from_facts
from teladan.law.facts import parse
from teladan.law.forecast import KINDS, WAYS, Forecast, forecast
from tests.oracle import invented
from tests.oracle.path import path

PEOPLE = max(int(os.environ.get("TELADAN_SWEEP", "600")) // 20, 30)
DAYS = [date(2013, 3, 1), date(2020, 5, 4), date(2023, 9, 1), date(2026, 11, 24)]


def inside(rng: Random, as_of: date) -> dict:
    """An invented life, moved in time so that its custody began some months or years ago."""
    facts = invented.person(rng)
    while not facts.get("detention") or not facts.get("sentences"):
        facts = invented.person(rng)
    began = min(date.fromisoformat(order["start"]) for order in facts["detention"])
    moved = invented.moved(facts, (as_of - began).days - rng.randint(30, 900))
    return {**moved, "remissions": moved.get("remissions", [])}


def walked(found: Forecast, row: int) -> dict:
    mine = [place for place, who in enumerate(found.grants.row) if who == row]
    leaves = found.leaves[row].item()
    return {
        "leaves": leaves,
        "way": WAYS[found.way[row]] if leaves else "",
        "granted": [
            (str(found.grants.on[place]), KINDS[found.grants.kind[place]], int(found.grants.days[place]))
            for place in mine
        ],
    }


@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_the_path_is_the_one_read_by_hand(as_of):
    people = [inside(Random(seed), as_of) for seed in range(PEOPLE)]  # noqa: S311 - invented people, not secrets
    found = forecast(from_facts([parse(facts) for facts in people]), as_of)
    wrong = {
        row: (mine, by_hand)
        for row, facts in enumerate(people)
        if (mine := walked(found, row)) != (by_hand := path(facts, as_of))
    }
    assert wrong == {}
    assert sum(day is not None for day in found.leaves.tolist()) > PEOPLE // 2
    assert found.grants.row.size > PEOPLE // 2

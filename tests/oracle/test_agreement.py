"""The engine and the oracle, written apart from the same law, must agree on the edges.

The engine answers for many people in one call, the oracle one by one. Each person is moved in time so that one of their
own edges (a fraction date, a grant, a violation that lapses, the expiry ...) falls on the day looked at, or beside it.
`TELADAN_SWEEP=20000 TELADAN_MADE=2000 pytest tests/oracle/test_agreement.py` takes that many people instead of the few
of every day; `make bench-oracle` takes 100,000 made by hypothesis and writes down what came out.
"""

import json
import os
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teladan.law.assess import assess
from tests.oracle import invented, made
from tests.oracle.agreement import disagreements, sweep
from tests.oracle.days import DAYS, of_batch

PEOPLE = int(os.environ.get("TELADAN_SWEEP", "600"))
MADE = int(os.environ.get("TELADAN_MADE", "60"))
GROUP = 1000


@pytest.fixture(scope="module")
def people():
    rngs = [Random(seed) for seed in range(PEOPLE)]  # noqa: S311 - invented people, not secrets
    return [invented.with_edges(invented.person(rng), rng) for rng in rngs]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_sweep(people, day):
    """The same invented people every time."""
    for first in range(0, len(people), GROUP):
        assert sweep(people[first : first + GROUP], day, first) == []


@given(st.randoms(use_true_random=False))
@settings(max_examples=MADE, deadline=None, suppress_health_check=list(HealthCheck))
def test_invented_by_hypothesis(rng):
    """One at a time, with the full explanation, on edges of the person's own calendar."""
    facts = invented.person(rng)
    for day in invented.days_to_look(rng, facts, 4):
        told = assess({**facts, "as_of": day.isoformat()})
        found = disagreements({**facts, "as_of": day.isoformat()}, told)
        assert not found, f"on {day}: {found}\n{json.dumps(facts)}"


def test_made_people_on_twenty_four_days():
    """The way of the big run: hypothesis makes the people, each is moved to an edge on each of 24 days."""
    people = made.people(0, MADE)
    assert len({json.dumps(facts) for facts in people}) == MADE
    told = [invented.with_edges(facts, Random(place)) for place, facts in enumerate(people)]  # noqa: S311
    for day in of_batch(0, 24):
        assert sweep(told, day) == []


def test_the_days_go_round():
    """Three batches look at every day."""
    seen = [day for batch in range(3) for day in of_batch(batch, 24)]
    assert len(set(of_batch(0, 24))) == 24
    assert set(seen) == set(DAYS)

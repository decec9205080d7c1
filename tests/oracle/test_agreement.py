"""The engine and the oracle, written apart from the same law, must agree on the edges.

The engine answers for many people in one call, the oracle one by one. Each person is moved in time so that one of their
own edges (a fraction date, a grant, a violation that lapses, the expiry ...) falls on the day looked at, or beside it.
`TELADAN_SWEEP=20000 pytest tests/oracle/test_agreement.py` sweeps that many people instead of the few of every day.
"""

import json
import os
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teladan.law.assess import assess, assess_many
from tests.oracle import in_force, invented
from tests.oracle.agreement import columns_disagree, disagreements

PEOPLE = int(os.environ.get("TELADAN_SWEEP", "2000"))
GROUP = 1000
EVERY_CHANGE = (
    in_force.PP_28_2006,
    in_force.PP_99_2012,
    in_force.PERMEN_3_2018,
    in_force.MA_28P_HUM_2021,
    in_force.UU_22_2022,
    in_force.SPPN_IN_PRACTICE,
)
DAYS = [
    *(law - timedelta(days=eve) for law in EVERY_CHANGE for eve in (1, 0)),
    in_force.M_HH_01_2008,
    in_force.PERMEN_21_2013,
    date(2000, 2, 29),
    date(2005, 8, 17),
    date(2010, 12, 25),
    date(2020, 3, 30),
    date(2021, 6, 30),
    date(2024, 2, 29),
    date(2025, 7, 23),
    date(2025, 8, 17),
    date(2026, 11, 24),
    date(2033, 12, 23),
]


@pytest.fixture(scope="module")
def people():
    return [with_edges(seed) for seed in range(PEOPLE)]


def with_edges(seed):
    rng = Random(seed)  # noqa: S311 - invented people, not secrets
    facts = invented.person(rng)
    return facts, invented.edges(facts, date(rng.randint(2000, 2030), rng.randint(1, 12), 1))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_sweep(people, day):
    """The same invented people every time."""
    for first in range(0, len(people), GROUP):
        group = [
            invented.moved_to_an_edge(Random(f"{day} {first + place}"), facts, edges, day)  # noqa: S311
            for place, (facts, edges) in enumerate(people[first : first + GROUP])
        ]
        result = assess_many(group, day)
        for row, facts in enumerate(group):
            found = columns_disagree(result, row, facts, day)
            assert not found, f"person {first + row} on {day}: {found}\n{json.dumps(facts)}"


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_invented_by_hypothesis(rng):
    """One at a time, with the full explanation, on edges of the person's own calendar."""
    facts = invented.person(rng)
    for day in invented.days_to_look(rng, facts, 4):
        told = assess({**facts, "as_of": day.isoformat()})
        found = disagreements({**facts, "as_of": day.isoformat()}, told)
        assert not found, f"on {day}: {found}\n{json.dumps(facts)}"

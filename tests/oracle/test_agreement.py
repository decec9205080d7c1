"""The engine and the oracle, written apart from the same law, must agree on the edges.

`TELADAN_SWEEP=20000 pytest tests/oracle/test_agreement.py` sweeps that many people instead of the few of every day.
"""

import json
import os
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teladan.law.assess import assess
from tests.oracle import invented
from tests.oracle.agreement import disagreements

PEOPLE = int(os.environ.get("TELADAN_SWEEP", "160"))
DAYS = 24
PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_sweep(part):
    """The same invented people every time, each on two dozen days around the edges of their own dates."""
    for seed in range(part, PEOPLE, PARTS):
        rng = Random(seed)  # noqa: S311 - invented people, not secrets
        facts = invented.person(rng)
        for day in invented.days_to_look(rng, facts, DAYS):
            compare({**facts, "as_of": day.isoformat()}, f"person {seed}")


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_invented_by_hypothesis(rng):
    facts = invented.person(rng)
    for day in invented.days_to_look(rng, facts, 4):
        compare({**facts, "as_of": day.isoformat()}, "hypothesis")


def compare(facts, who):
    found = disagreements(facts, assess(facts))
    assert not found, f"{who} on {facts['as_of']}: {found}\n{json.dumps(facts)}"

"""People made by hypothesis: it draws every choice of `invented.person`, and varies what it drew before."""

from itertools import count as counting

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.oracle import invented


def people(batch: int, count: int) -> list[dict]:
    """So many different people; the same for the same batch."""
    found: dict[str, dict] = {}
    for attempt in counting():
        for person in _drawn(1000 * batch + attempt, count):
            found.setdefault(repr(person), person)
            if len(found) == count:
                return list(found.values())
    raise AssertionError


def _drawn(start: int, count: int) -> list[dict]:
    drawn: list[dict] = []

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=False))
    def draw(rng):
        drawn.append(invented.person(rng))

    draw()
    return drawn

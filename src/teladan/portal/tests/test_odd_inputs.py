"""What nobody sends by chance, and what schemathesis makes up: refused in words, at once, never a fault."""

import time

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from schemathesis import GenerationMode, checks

from teladan.portal.tests.odd_inputs import INPUTS
from teladan.site.wsgi import application

ADDRESS = "/api/v1/assess"
MADE = 40  # requests of each kind; `make fuzz-api` sends 20,000 to the real server


@pytest.mark.parametrize("odd", INPUTS, ids=lambda odd: odd.name)
def test_it_is_refused_in_words_at_once(visitor, odd):
    visitor.post(ADDRESS, "{}", content_type="application/json")  # the first request of all loads the site
    started = time.process_time()
    answer = visitor.generic("POST", ADDRESS, odd.body, odd.kind, headers=odd.headers)
    assert time.process_time() - started < 1
    assert answer.status_code == odd.status
    assert answer.json()["text"]["id"]
    assert len(answer.content) < 3_000


@pytest.fixture
def declared(settings, db):  # a whole request looks after the connections of the database, used or not
    settings.API_PER_MINUTE = 1_000_000
    return schemathesis.openapi.from_wsgi("/api/openapi.json", application)


# What fits the schema may still be refused, such as an end before its start: no schema can say that.
NOT_SAID = [checks.positive_data_acceptance]


@pytest.mark.parametrize("address", ["/api/assess", ADDRESS])
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_what_is_made_up_is_answered_as_declared(declared, address, mode):
    asked = []

    @given(case=declared[address]["POST"].as_strategy(generation_mode=mode))
    @examples(max_examples=MADE, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def ask(case):
        asked.append(case.call_and_validate(excluded_checks=NOT_SAID).status_code)

    ask()
    assert len(asked) >= MADE
    assert set(asked) <= {200, 400, 422}
    assert (200 if mode == GenerationMode.POSITIVE else 422) in asked

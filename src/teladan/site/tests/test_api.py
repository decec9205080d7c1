"""The open calculator: the same answer as the law gives, clear refusals, limits."""

import json
from datetime import date
from unittest import mock

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory

from teladan.law.assess import assess
from teladan.site.api import limits

FACTS = {
    "as_of": "2026-11-24",
    "person": {"birth_date": "1961-03-02", "sex": "male", "religion": "protestant", "nationality": "ID"},
    "detention": [{"start": "2024-02-11", "end": None, "place": "prison"}],
    "sentences": [{"final_on": "2024-08-01", "kind": "prison", "term": {"years": 5, "months": 6}, "offence": "theft"}],
    "remissions": [{"kind": "general", "granted_on": "2025-08-17", "term": {"months": 2}}],
}
ADDRESS = "/api/assess"


@pytest.fixture(autouse=True)
def _fresh_minute():
    cache.clear()


@pytest.fixture
def visitor():
    """Somebody without an account, whose browser sends no token against forgery."""
    return Client(enforce_csrf_checks=True)


def _ask(visitor, facts, address=ADDRESS):
    body = facts if isinstance(facts, str | bytes) else json.dumps(facts)
    return visitor.post(address, body, content_type="application/json")


def test_answers_as_the_law_does(visitor):
    answer = _ask(visitor, FACTS)
    assert answer.status_code == 200
    assert answer.json() == json.loads(json.dumps(assess(FACTS), default=str))


def test_the_address_may_name_the_day(visitor):
    answer = _ask(visitor, FACTS, f"{ADDRESS}?as_of=2025-01-01")
    assert answer.json()["as_of"] == "2025-01-01"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ("{", ""),
        ("[1", ""),
        (b"\xff\xfe", ""),
        ('{"as_of": NaN}', ""),
        ("[" * 50_000, ""),
        (FACTS | {"as_of": "2026-02-30"}, "as_of"),
        (FACTS | {"sentence": []}, "sentence"),
        (FACTS | {"person": {"religion": "jedi"}}, "person.religion"),
        (FACTS | {"detention": [{"start": "2025-01-02", "end": "2025-01-01"}]}, "detention[0].end"),
    ],
)
def test_refuses_unusable_facts_by_field(visitor, facts, field):
    answer = _ask(visitor, facts)
    assert answer.status_code == 422
    assert answer.json()["field"] == field
    assert answer.json()["error"]


@pytest.mark.parametrize("day", ["besok", "", "1735689600", "20250101", "2025-02-30", "2500-01-01", "1990-01-01"])
def test_refuses_a_day_that_is_none_as_the_command_does(visitor, day):
    answer = _ask(visitor, FACTS, f"{ADDRESS}?as_of={day}")
    assert answer.status_code == 422
    assert answer.json()["field"] == "as_of"


def test_refuses_what_is_too_large(visitor):
    answer = _ask(visitor, FACTS | {"as_of": " " * limits.LARGEST})
    assert answer.status_code == 413
    assert answer.json()["error"]


def test_refuses_too_many_from_one_address(visitor, monkeypatch):
    monkeypatch.setattr(limits, "ASKED", 3)
    codes = [_ask(visitor, FACTS).status_code for _ in range(5)]
    assert codes[:3] == [200, 200, 200]
    assert 429 in codes


def _asked_at(seconds, sender="198.51.100.7"):
    request = RequestFactory().post(ADDRESS, REMOTE_ADDR=sender)
    return [limits.too_often(request, now) for now in seconds]


def test_the_hundred_and_twenty_first_of_a_minute_is_refused_and_no_other_sender():
    assert _asked_at([600.0] * 121) == [False] * 120 + [True]
    assert _asked_at([600.0], "198.51.100.8") == [False]


def test_a_hundred_and_thirty_around_the_end_of_a_minute_are_too_many():
    assert True in _asked_at([659.0] * 65 + [661.0] * 65)


def test_after_two_minutes_the_sender_may_ask_again():
    assert _asked_at([600.0] * 130)[-1]
    assert _asked_at([720.0]) == [False]


def test_reads_nothing_from_the_database(visitor, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        _ask(visitor, FACTS)


def test_description_declares_every_answer(visitor):
    described = visitor.get("/api/openapi.json").json()
    operation = described["paths"]["/api/assess"]["post"]
    assert set(operation["responses"]) == {"200", "405", "413", "415", "422", "429"}
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    assert {"person", "detention", "sentences", "remissions"} <= set(schema["properties"])


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_another_method_is_told_which_to_use(visitor, method):
    answer = getattr(visitor, method)(ADDRESS)
    assert (answer.status_code, answer["Content-Type"], answer["Allow"]) == (405, "application/json", "POST")
    assert answer.json() == {"error": f"{method.upper()} is not possible here: use POST", "field": ""}


@pytest.mark.parametrize("address", ["/api/docs", "/api/", "/api/assess/", "/api/asess", "/api/assess/1"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_address_is_told_where_to_go(visitor, address, method):
    answer = getattr(visitor, method)(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert "/api/assess" in answer.json()["error"]


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded"])
def test_facts_that_are_said_to_be_no_json(visitor, kind):
    answer = visitor.post(ADDRESS, json.dumps(FACTS), content_type=kind)
    assert (answer.status_code, answer["Content-Type"]) == (415, "application/json; charset=utf-8")
    assert "Content-Type: application/json" in answer.json()["error"]


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "application/ld+json", ""])
def test_kinds_that_are_json(visitor, kind):
    assert visitor.post(ADDRESS, json.dumps(FACTS), content_type=kind).status_code == 200


def test_without_a_day_it_is_today_as_the_command_says(visitor):
    facts = {name: value for name, value in FACTS.items() if name != "as_of"}
    with mock.patch("django.utils.timezone.localdate", return_value=date(2026, 11, 24)):
        assert _ask(visitor, facts).json() == _ask(visitor, FACTS).json()

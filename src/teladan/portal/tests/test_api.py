"""The open calculator: the same answer as the law gives, clear refusals, limits."""

import gzip
import json
from datetime import date
from io import BytesIO
from unittest import mock

import pytest

from teladan.law.assess import assess
from teladan.law.command import main as command
from teladan.portal.api.refusals import LARGEST
from teladan.site.logs import JsonLines
from tests import golden

FACTS = {
    "as_of": "2026-11-24",
    "person": {"birth_date": "1961-03-02", "sex": "male", "religion": "protestant", "nationality": "ID"},
    "detention": [{"start": "2024-02-11", "end": None, "place": "prison"}],
    "sentences": [{"final_on": "2024-08-01", "kind": "prison", "term": {"years": 5, "months": 6}, "offence": "theft"}],
    "remissions": [{"kind": "general", "granted_on": "2025-08-17", "term": {"months": 2}}],
}
ADDRESS = "/api/assess"
VERSIONED = "/api/v1/assess"
SAMPLE = [path for path in golden.all_cases() if path.parent.name != "refused"][::90]


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


def test_refuses_what_is_too_large_and_does_not_read_it(visitor):
    with mock.patch("django.http.HttpRequest.body", new_callable=mock.PropertyMock) as body:
        answer = _ask(visitor, FACTS | {"as_of": " " * 1_000_000})
    assert (answer.status_code, answer.json()["expected"]) == (413, {"maxLength": LARGEST})
    assert not body.called


def test_a_body_sent_in_pieces_is_read_and_bounded(visitor):
    def sent(body):
        pieces = {"wsgi.input": BytesIO(body), "HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}
        return visitor.post(ADDRESS, content_type="application/json", **pieces)

    assert sent(json.dumps(FACTS).encode()).status_code == 200
    assert sent(b" " * (LARGEST + 1)).status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "²"])
def test_a_length_that_is_none_is_refused(visitor, length):
    answer = visitor.post(ADDRESS, json.dumps(FACTS), content_type="application/json", CONTENT_LENGTH=length)
    assert answer.status_code == 400


def test_refuses_too_many_from_one_address_and_says_how_long(visitor, settings):
    settings.API_PER_MINUTE = 3
    with mock.patch("time.time", return_value=600.0):
        answers = [_ask(visitor, FACTS) for _ in range(5)]
        other = visitor.post(ADDRESS, json.dumps(FACTS), content_type="application/json", REMOTE_ADDR="198.51.100.8")
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1]["Retry-After"] == "80"
    assert "80" in answers[-1].json()["text"]["id"]
    assert other.status_code == 200


def test_behind_a_proxy_each_visitor_is_counted_alone(visitor, settings):
    settings.API_PER_MINUTE, settings.TRUSTED_PROXIES = 1, ["127.0.0.1"]
    asked = [
        visitor.post(ADDRESS, "{}", content_type="application/json", headers={"X-Forwarded-For": address}).status_code
        for address in ("198.51.100.7", "198.51.100.8", "198.51.100.7", "10.9.9.9, 198.51.100.8")
    ]
    assert asked == [200, 200, 429, 429]


def test_reads_nothing_from_the_database(visitor, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        _ask(visitor, FACTS)


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_another_method_is_told_which_to_use(visitor, method):
    answer = getattr(visitor, method)(ADDRESS)
    assert (answer.status_code, answer["Content-Type"], answer["Allow"]) == (405, "application/json", "POST, OPTIONS")
    assert answer.json()["error"] == f"{method.upper()} is not possible here: use POST, OPTIONS"


@pytest.mark.parametrize("address", ["/api/docs", "/api/v2/assess", "/api/assess/", "/api/asess", "/api/assess/1"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_address_is_told_where_to_go(visitor, address, method):
    answer = getattr(visitor, method)(address)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert "/api/assess" in answer.json()["error"]


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded"])
def test_facts_that_are_said_to_be_no_json(visitor, kind):
    answer = visitor.post(ADDRESS, json.dumps(FACTS), content_type=kind)
    assert (answer.status_code, answer["Content-Type"]) == (415, "application/json")
    assert "Content-Type: application/json" in answer.json()["error"]


def test_facts_that_are_compressed(visitor):
    body = gzip.compress(json.dumps(FACTS).encode())
    answer = visitor.post(ADDRESS, body, content_type="application/json", headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 415


def test_facts_in_another_alphabet_of_bytes(visitor):
    answer = visitor.generic("POST", ADDRESS, json.dumps(FACTS).encode("utf-16"), "application/json; charset=utf-16")
    assert answer.status_code == 415


@pytest.mark.parametrize("address", ["?day=2026-01-01", "?as_of=2026-01-01&as_of=2027-01-01", "?as_of=2026-01-01&x"])
def test_a_word_in_the_address_that_would_be_lost_is_refused(visitor, address):
    assert _ask(visitor, FACTS, ADDRESS + address).status_code == 400


def test_a_host_that_is_not_ours_is_refused_as_json(visitor, settings):
    settings.ALLOWED_HOSTS = ["teladan.example"]
    answer = visitor.post(ADDRESS, "{}", content_type="application/json", headers={"Host": "evil.example"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
    assert answer.json()["text"]["id"]


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "application/ld+json", ""])
def test_kinds_that_are_json(visitor, kind):
    assert visitor.post(ADDRESS, json.dumps(FACTS), content_type=kind).status_code == 200


def test_without_a_day_it_is_today_as_the_command_says(visitor):
    facts = {name: value for name, value in FACTS.items() if name != "as_of"}
    with mock.patch("django.utils.timezone.localdate", return_value=date(2026, 11, 24)):
        assert _ask(visitor, facts).json() == _ask(visitor, FACTS).json()


def test_both_addresses_answer_alike_and_twice_the_same(visitor):
    answers = {_ask(visitor, FACTS, address).content for address in (ADDRESS, VERSIONED, ADDRESS, VERSIONED)}
    assert len(answers) == 1


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_same_bytes_as_the_command(visitor, path, tmp_path, capsys):
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(golden.read(path)["facts"]), encoding="utf-8")
    assert command([str(facts), "--json"]) == 0
    assert _ask(visitor, facts.read_bytes(), VERSIONED).content.decode() == capsys.readouterr().out


def test_a_refusal_says_where_what_and_what_is_expected_in_both_languages(visitor):
    answer = _ask(visitor, FACTS | {"person": {"religion": "jedi"}}).json()
    assert set(answer) == {"field", "error", "text", "expected"}
    assert answer["text"]["id"].startswith("pilih salah satu: islam")
    assert answer["text"]["en"] == answer["error"]
    assert answer["expected"]["anyOf"][0]["enum"][0] == "islam"


def test_pages_of_other_sites_may_ask(visitor):
    allowed = visitor.options(VERSIONED, headers={"Origin": "https://keluarga.example"})
    assert (allowed.status_code, allowed["Access-Control-Allow-Headers"]) == (204, "Content-Type")
    for answer in (allowed, _ask(visitor, FACTS), _ask(visitor, "{"), visitor.get(ADDRESS)):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
        assert answer["Cache-Control"] == "no-store"


def test_no_cookie_is_set_and_no_session_is_read(visitor, db, django_assert_num_queries):
    visitor.cookies["sessionid"] = "x" * 32
    with django_assert_num_queries(0):
        answer = _ask(visitor, FACTS)
    assert answer.status_code == 200
    assert not answer.cookies


def test_nothing_of_the_facts_stands_in_a_log(visitor, capfd, caplog):
    with caplog.at_level("DEBUG"):
        _ask(visitor, FACTS | {"person": {"birth_date": "1961-03-02", "religion": "tanda-rahasia"}})
        _ask(visitor, FACTS, f"{ADDRESS}?as_of=2025-07-31")
    told = JsonLines()
    lines = "".join(told.format(record) for record in caplog.records) + "".join(capfd.readouterr())
    assert "api/assess" in lines
    for secret in ("tanda-rahasia", "1961-03-02", "2024-02-11", "2025-07-31"):
        assert secret not in lines

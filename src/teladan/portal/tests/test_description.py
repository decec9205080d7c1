"""The description is OpenAPI 3.1, says every answer, and what it says is true of what the law reads and writes."""

import json

import jsonschema_rs
import pytest

from teladan.law.assess import assess
from teladan.law.facts import FactsError
from teladan.portal.api.description import EXAMPLE
from teladan.portal.api.facts_schema import FACTS
from teladan.portal.api.refusals import schema_of
from tests import golden

CASES = golden.all_cases()
STATUSES = {"200", "400", "404", "405", "413", "415", "422", "429"}


@pytest.fixture
def described(visitor):
    return visitor.get("/api/openapi.json").json()


def checker(described, name):
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def test_it_is_openapi_3_1_and_both_addresses_say_every_answer(described):
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {"/api/assess", "/api/v1/assess"}
    for path in described["paths"].values():
        assert set(path["post"]["responses"]) == STATUSES
        assert "Retry-After" in path["post"]["responses"]["429"]["headers"]


def test_every_example_fits_its_schema(described):
    operation = described["paths"]["/api/v1/assess"]["post"]
    for status, response in operation["responses"].items():
        shown = response["content"]["application/json"]
        checker(described, "Assessment" if status == "200" else "Refusal").validate(shown["example"])
    checker(described, "Facts").validate(operation["requestBody"]["content"]["application/json"]["example"])


def test_the_example_is_answered_as_it_is_shown(visitor, described):
    answer = visitor.post("/api/v1/assess", json.dumps(EXAMPLE), content_type="application/json").json()
    shown = described["paths"]["/api/v1/assess"]["post"]["responses"]["200"]["content"]["application/json"]["example"]
    assert shown["timeline"] == answer["timeline"]
    assert shown["rights"][0]["status"] == next(r["status"] for r in answer["rights"] if r["right"] == "parole")


def test_the_golden_cases_fit_both_schemas(described):
    facts, answer = checker(described, "Facts"), checker(described, "Assessment")
    for path in [path for path in CASES if path.parent.name != "refused"][::4]:
        case = golden.read(path)["facts"]
        facts.validate(case)
        answer.validate(assess(case))


def test_an_answer_without_any_fact_fits_too(described):
    checker(described, "Assessment").validate(assess({"as_of": "2026-11-24"}))


@pytest.mark.parametrize("path", [p for p in CASES if p.parent.name == "refused"], ids=lambda p: p.stem)
def test_what_is_expected_there_is_said_for_every_known_field(path):
    with pytest.raises(FactsError) as problem:
        assess(golden.read(path)["facts"])
    known = problem.value.field and "unknown field" not in problem.value.message
    assert (schema_of(problem.value.field) is not None) is bool(known)


@pytest.mark.parametrize("path", ["sentences[0].nothing", "nothing", "[0]", "sentences[0].term.years.x", "person[3]"])
def test_nothing_is_expected_where_no_field_is(path):
    assert schema_of(path) is None


def test_a_path_leads_to_its_schema():
    assert schema_of("sentences[7].fine.amount_rp")["maximum"] == 10**15
    assert schema_of("as_of") is FACTS["properties"]["as_of"]

"""The API's description of itself, OpenAPI 3.1: schemas from the law's own lists, examples computed, every refusal."""

import datetime as dt
from functools import cache
from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI

from teladan.law.assess import assess
from teladan.law.reading import FactsError
from teladan.portal.api import refusals
from teladan.portal.api.answer_schema import ANSWER
from teladan.portal.api.facts_schema import FACTS
from teladan.portal.api.refusals import REFUSAL, Refusal
from teladan.portal.api.schema_words import DATE, Schema, part

ABOUT = (
    "Facts of one person in, dates and rights out, each with the article behind it. Nothing is stored or logged. Every "
    "right is free of charge. The prison's register counts: an answer is a sum over the facts that were sent."
)
EXAMPLE: dict[str, Any] = {
    "as_of": "2026-08-17",
    "person": {"birth_date": "1990-05-04", "sex": "male", "religion": "catholic", "nationality": "ID"},
    "detention": [{"start": "2025-01-10", "end": None, "place": "prison"}],
    "sentences": [{"final_on": "2025-05-02", "kind": "prison", "term": {"years": 3}, "offence": "theft"}],
    "absences": [],
    "remissions": [{"kind": "religious", "granted_on": "2025-12-25", "term": {"days": 15}}],
    "conduct": [{"month": "2026-07", "rating": "good"}],
    "discipline": [],
}
SHOWN = ("parole",)  # rights of the example answer; the others look the same
MOST_SHOWN = 2  # findings, notes and steps of it
# Where an answer is declared, the framework's own words for it are replaced.
ANSWERS = {
    HTTPStatus.OK: "The assessment",
    HTTPStatus.BAD_REQUEST: "The address or the headers say something that is not understood",
    HTTPStatus.NOT_FOUND: "Another address than those of this description",
    HTTPStatus.METHOD_NOT_ALLOWED: "Another method than POST",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: f"More than {refusals.LARGEST} bytes",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body says that it is no JSON, or that it is compressed",
    HTTPStatus.UNPROCESSABLE_ENTITY: "The facts cannot be used: which field, and what is expected there",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests from this address; Retry-After says how many seconds to wait",
}
ADDRESSES = ("/api/v1/assess", "/api/assess", "/api/openapi.json", "/api/")


def _json(schema: Schema, **more: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema, **more}}


def _response(status: HTTPStatus) -> dict[str, Any]:
    content = _json(part("Assessment" if status == HTTPStatus.OK else "Refusal"))
    found: dict[str, Any] = {"description": ANSWERS[status], "content": content}
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        found["headers"] = {"Retry-After": {"required": True, "schema": {"type": "integer", "minimum": 1}}}
    return found


OPERATION: dict[str, Any] = {
    "parameters": [
        {
            "name": "as_of",
            "in": "query",
            "required": False,
            "description": "The day to assess; it overrides the facts' own.",
            "schema": DATE,
            "example": EXAMPLE["as_of"],
        }
    ],
    "requestBody": {"required": True, "content": _json(part("Facts"), example=EXAMPLE)},
    "responses": {status.value: _response(status) for status in ANSWERS},
}


@cache
def describe(api: NinjaAPI) -> dict[str, Any]:
    """Return the description. Its examples are what the API answers, the assessment with one right of thirteen."""
    found: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="/api"))
    found["components"] = {"schemas": {"Facts": FACTS, **ANSWER, "Refusal": REFUSAL}}
    found["servers"] = [{"url": "/"}]
    examples = _examples()
    for path in found["paths"].values():
        for status, response in path["post"]["responses"].items():
            response["content"]["application/json"]["example"] = examples[HTTPStatus(status)]
    return found


@cache
def example_refusals() -> tuple[Refusal, ...]:
    """Return one refusal of each kind."""
    return (
        refusals.unreadable("day"),
        refusals.nothing_here(ADDRESSES),
        refusals.not_possible("GET", ("POST", "OPTIONS")),
        refusals.too_large(),
        refusals.not_json(),
        refusals.too_often(12),
        _unusable(),
    )


def _examples() -> dict[HTTPStatus, Any]:
    refused = {refusal.status: refusal.body for refusal in example_refusals()}
    return {HTTPStatus.OK: shortened(assess(EXAMPLE)), **refused}


def _unusable() -> Refusal:
    try:
        assess({"sentences": [{"term": {"years": -1}}]}, dt.date.fromisoformat(EXAMPLE["as_of"]))
    except FactsError as wrong:
        return refusals.unusable(wrong)
    raise AssertionError("a term of minus one year was accepted")


def shortened(found: dict[str, Any]) -> dict[str, Any]:
    """Return a true answer with fewer rights, findings, notes and steps."""
    rights = [
        right | {"findings": right["findings"][:MOST_SHOWN]} for right in found["rights"] if right["right"] in SHOWN
    ]
    return found | {"rights": rights, "notes": found["notes"][:MOST_SHOWN], "sums": found["sums"][:MOST_SHOWN]}

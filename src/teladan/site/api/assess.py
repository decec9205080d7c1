"""`POST /api/assess`: the same JSON as `teladan assess --json`. Open to everybody: it reads no data and keeps none."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema, Status
from ninja.errors import ValidationError

from teladan.law.assess import assess as assess_facts
from teladan.law.facts import FactsError
from teladan.law.json_text import read_json
from teladan.site.api import limits
from teladan.site.api.facts_schema import FACTS

api = NinjaAPI(
    title="Teladan",
    version="1",
    description="Facts of one person in, dates and rights out. Nothing is stored. Every right is free of charge.",
    docs_url=None,  # its page would load scripts from elsewhere
    urls_namespace="api",
)


class Assessment(Schema):
    """Dates and rights on `as_of`; each right with findings, each finding with its law."""

    as_of: date
    timeline: dict[str, Any]
    rights: list[dict[str, Any]]
    notes: list[Any]


class Refusal(Schema):
    """What is wrong and where: `field` is the path of the value, empty for the whole."""

    error: str
    field: str


@api.post(
    "/assess",
    response={200: Assessment, 413: Refusal, 422: Refusal, 429: Refusal},
    summary="Assess the facts of one person",
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": FACTS}}}},
)
def assess(request: HttpRequest, as_of: date | None = None) -> HttpResponse | Status[dict[str, Any]]:
    """Assess one person; `as_of` in the address overrides the facts' own."""
    if limits.too_large(request):
        return _refused(413, f"the facts are larger than {limits.LARGEST} bytes")
    if limits.too_often(request):
        return _refused(429, "too many requests from this address: wait a minute")
    try:
        found = assess_facts(_read(request.body), as_of)
    except FactsError as wrong:
        return _refused(422, wrong.message, wrong.field)
    # As it is, not through the schema: the answer may hold more than the contract names.
    return api.create_response(request, found, status=200)


@api.exception_handler(ValidationError)
def address_refused(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    """Answer a wrong `as_of` in the address as wrong facts are answered."""
    first = wrong.errors[0]
    refusal = {"error": "expected a date written YYYY-MM-DD", "field": str(first["loc"][-1])}
    return api.create_response(request, refusal, status=422)


def _read(body: bytes) -> Any:
    return read_json(body.decode("utf-8-sig", "surrogateescape"))


def _refused(code: int, error: str, field: str = "") -> Status[dict[str, Any]]:
    return Status(code, {"error": error, "field": field})

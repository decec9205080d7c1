"""`POST /api/assess`: the same JSON as `teladan assess --json`. Open to everybody: it reads no data and keeps none."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI, Schema, Status
from pydantic import Field

from teladan.law.assess import assess as assess_facts
from teladan.law.facts import FactsError
from teladan.law.json_text import read_json
from teladan.law.reading import date as read_date
from teladan.site.api import limits
from teladan.site.api.facts_schema import FACTS

api = NinjaAPI(
    title="Teladan",
    version="1",
    description="Facts of one person in, dates and rights out. Nothing is stored. Every right is free of charge.",
    docs_url=None,  # its page would load scripts from elsewhere
    urls_namespace="api",
)

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


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
    response={200: Assessment, 405: Refusal, 413: Refusal, 415: Refusal, 422: Refusal, 429: Refusal},
    summary="Assess the facts of one person",
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": FACTS}}}},
)
def assess(request: HttpRequest, as_of: Day | None = None) -> HttpResponse | Status[dict[str, Any]]:
    """Assess one person; `as_of` in the address overrides the facts' own. Without a day anywhere it is today."""
    if not _is_json(request):
        return _refused(415, "the facts are JSON: send them with the header Content-Type: application/json")
    if limits.too_large(request):
        return _refused(413, f"the facts are larger than {limits.LARGEST} bytes")
    if limits.too_often(request):
        return _refused(429, "too many requests from this address: wait a minute")
    try:
        # Read as the facts' own day is: a number of seconds or the year 2500 is no day here either.
        day = None if as_of is None else read_date(as_of, "as_of")
        facts = _read(request.body)
        if day is None and isinstance(facts, dict) and not facts.get("as_of"):  # as `teladan assess` does
            day = timezone.localdate()
        found = assess_facts(facts, day)
    except FactsError as wrong:
        return _refused(422, wrong.message, wrong.field)
    # As it is, not through the schema: the answer may hold more than the contract names.
    return api.create_response(request, found, status=200)


def _is_json(request: HttpRequest) -> bool:
    """Return whether the body says it is JSON; a sender that says nothing is believed."""
    kind = request.content_type or "application/json"
    return kind == "application/json" or kind.endswith("+json")


def _read(body: bytes) -> Any:
    return read_json(body.decode("utf-8-sig", "surrogateescape"))


def _refused(code: int, error: str, field: str = "") -> Status[dict[str, Any]]:
    return Status(code, {"error": error, "field": field})

"""`POST /api/v1/assess`: the same bytes as `teladan assess --json`. It reads no data and keeps none."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI

from teladan.law.json_text import write_json
from teladan.law.one import answer
from teladan.law.reading import FactsError
from teladan.law.reading import date as read_date
from teladan.portal import asked
from teladan.portal.api import refusals
from teladan.portal.api.body import text_of
from teladan.portal.api.description import ABOUT, OPERATION
from teladan.portal.api.refusals import Refusal

api = NinjaAPI(
    title="Teladan",
    version="1",
    description=ABOUT,
    docs_url=None,  # its page would load scripts from elsewhere
    openapi_url=None,  # described by description.py, with what the framework does not know
    urls_namespace="api",
)
SUMMARY = "Assess the facts of one person"


# The address of the contract, which follows the newest version, and the one that stays what it is.
@api.post("/assess", operation_id="assess", summary=SUMMARY, openapi_extra=OPERATION)
@api.post("/v1/assess", operation_id="assess_v1", summary=SUMMARY, openapi_extra=OPERATION)
def assess(request: HttpRequest) -> HttpResponse:
    """Assess one person; `as_of` in the address overrides the facts' own. Without a day anywhere it is today."""
    try:
        given = _given(request)
        text = text_of(request)
        if seconds := asked.wait("api", request, settings.API_PER_MINUTE):
            raise refusals.too_often(seconds)
        # Read as the facts' own day is: a number of seconds or the year 2500 is no day here either.
        day = None if given is None else read_date(given, "as_of")
        found = answer(text, day, timezone.localdate).found
    except FactsError as wrong:
        raise refusals.unusable(wrong) from None
    return HttpResponse(write_json(found), content_type="application/json")


def _given(request: HttpRequest) -> str | None:
    """Return the day in the address. Another word there, or the first of two days, would be lost in silence."""
    for name in request.GET:
        if name != "as_of" or len(request.GET.getlist(name)) > 1:
            raise refusals.unreadable(name)
    return request.GET.get("as_of")


@api.exception_handler(Refusal)
def refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return refusal.response

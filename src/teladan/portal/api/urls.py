"""Addresses of the API. They are open: a visitor has no account, and nothing personal is behind them."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, re_path

from teladan.portal.api import refusals
from teladan.portal.api.answering import View, answering
from teladan.portal.api.assess import api
from teladan.portal.api.description import ADDRESSES, describe
from teladan.portal.api.page import about


def description(_request: HttpRequest) -> HttpResponse:
    """Answer with the OpenAPI document."""
    return JsonResponse(describe(api))


def nothing(_request: HttpRequest) -> HttpResponse:
    """Say which addresses there are."""
    raise refusals.nothing_here(ADDRESSES)


def _assess() -> View:
    """Return the framework's view of the calculator: both addresses lead to the same function."""
    patterns = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
    found: View = next(pattern.callback for pattern in patterns if pattern.name == "assess")
    return found


assess = answering("POST")(_assess())
app_name = "api"
urlpatterns = [
    path("v1/assess", assess, name="assess_v1"),
    path("assess", assess, name="assess"),
    path("openapi.json", answering("GET", "HEAD")(description), name="description"),
    path("", answering("GET", "HEAD")(about), name="about"),
    re_path("", answering()(nothing), name="nothing"),
]

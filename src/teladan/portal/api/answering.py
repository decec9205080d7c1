"""How every address of the API answers: open to pages of other sites, never stored, a refusal always as JSON."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from teladan.portal.api import refusals
from teladan.portal.api.refusals import Refusal

View = Callable[[HttpRequest], HttpResponse]
DAY = 24 * 3600


def answering(*methods: str) -> Callable[[View], View]:
    """Let the view answer these methods. It needs no account, no cookie and no token, since it keeps nothing."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest) -> HttpResponse:
            response = _preflight(methods) if request.method == "OPTIONS" else _answer(view, request, methods)
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "Retry-After"
            response["Cache-Control"] = "no-store"
            return response

        return csrf_exempt(login_not_required(answered))

    return decorate


def _answer(view: View, request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    try:
        if methods and request.method not in methods:
            raise refusals.not_possible(str(request.method), (*methods, "OPTIONS"))
        return view(request)
    except Refusal as refusal:
        return refusal.response


def _preflight(methods: tuple[str, ...]) -> HttpResponse:
    """Tell a browser that a page of another site may ask."""
    allowed = ", ".join((*methods, "OPTIONS"))
    headers = {
        "Allow": allowed,
        "Access-Control-Allow-Methods": allowed,
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Max-Age": str(DAY),
    }
    return HttpResponse(status=204, headers=headers)

"""What happens around every request."""

import logging
import secrets
import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect

from teladan.site.database_away import is_away

log = logging.getLogger("teladan.access")
REFUSALS = (Http404, PermissionDenied, SuspiciousOperation)
GetResponse = Callable[[HttpRequest], HttpResponse]


def access_log(get_response: GetResponse) -> GetResponse:
    """Log route, status and time. The route, never the address: an address can hold a name searched for."""

    def handle(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request.request_id = secrets.token_hex(8)  # type: ignore[attr-defined]
        response = get_response(request)
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        level = logging.ERROR if response.status_code >= 500 else logging.INFO
        log.log(level, "request", extra=_facts(request, response, started))
        return response

    def failed(request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, REFUSALS) or is_away(exception):
            return  # an answer, not a fault: the line of the request says its status
        # Which line failed, never what it held: the formatter keeps the class and the places only.
        log.error("failure", exc_info=exception, extra={"request_id": request.request_id})  # type: ignore[attr-defined]

    handle.process_exception = failed  # type: ignore[attr-defined]
    return handle


def _facts(request: HttpRequest, response: HttpResponse, started: float) -> dict[str, object]:
    match = request.resolver_match
    return {
        "route": match.route if match else "",
        "method": request.method,
        "status": response.status_code,
        "milliseconds": round((time.perf_counter() - started) * 1000, 1),
        "request_id": request.request_id,  # type: ignore[attr-defined]
    }


def never_stored(get_response: GetResponse) -> GetResponse:
    """Keep pages out of every cache: on a shared computer "back" must not show the last officer's page."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return handle


# What an officer with a password made by somebody else may open: the way to replace it, and the way out.
OPEN_BEFORE_THE_CHANGE = {"account_change_password", "account_reauthenticate", "account_logout", "set_language"}


def own_password_first(get_response: GetResponse) -> GetResponse:
    """Send whoever still has a one-time password to the page that replaces it, whatever was asked for."""

    def handle(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def before(request: HttpRequest, *_rest: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match and "portal" in match.namespaces:
            return None  # open to everybody: who asks is not looked at
        name = match.view_name if match else ""
        if name in OPEN_BEFORE_THE_CHANGE or not getattr(request.user, "must_change_password", False):
            return None
        return redirect("account_change_password")

    handle.process_view = before  # type: ignore[attr-defined]
    return handle


class SignInDemanded(LoginRequiredMiddleware):
    """Pages demand a sign-in unless they are open; an open page does not even look who asks."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> Any:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class ChosenLanguage(LocaleMiddleware):
    """Indonesian unless the reader chose otherwise; an English Windows alone is no choice."""

    def process_request(self, request: HttpRequest) -> None:
        request.META.pop("HTTP_ACCEPT_LANGUAGE", None)
        super().process_request(request)

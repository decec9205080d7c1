"""Pages that belong to no service: is the site alive, and refusals in plain words."""

import logging
import sys

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.defaults import server_error

from teladan.portal.api import refusals
from teladan.site.database_away import is_away

log = logging.getLogger("teladan.database")
RETRY_AFTER = 30  # seconds; the longest act of a remission day takes about ten


@login_not_required
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """Say whether the site and its database answer; for monitoring, without details."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # noqa: BLE001
        return JsonResponse({"status": "database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})


def failed(request: HttpRequest) -> HttpResponse:
    """Answer a request that failed: a database that is busy or away is no fault, and what was typed is sent again."""
    problem = sys.exc_info()[1]
    if not is_away(problem):
        return server_error(request)
    log.error("database busy or away", extra={"request_id": getattr(request, "request_id", "")})
    words = render_to_string("503.html", {"sent": _sent(request), "address": request.get_full_path()})
    return HttpResponse(words, status=503, headers={"Retry-After": str(RETRY_AFTER)})


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what a form sent, to send it again: not a password, and not where files would be missing."""
    match = request.resolver_match
    names = [match.view_name] if match else []
    if request.method != "POST" or request.FILES or any(name.startswith(("account_", "mfa_")) for name in names):
        return []
    return [(name, value) for name, values in request.POST.lists() for value in values]


def forgery_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a form whose page had grown old: say how to send it again."""
    return render(request, "403_csrf.html", status=403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that was refused before any page saw it: say what was too much. A program gets JSON."""
    if request.path.startswith("/api/"):
        return refusals.unreadable().response
    words = ""
    if isinstance(exception, TooManyFilesSent):
        words = _("Paling banyak 100 berkas sekali kirim. Tidak ada yang diterima: kirim dalam beberapa bagian.")
    elif isinstance(exception, RequestDataTooBig):
        words = _("Isiannya terlalu panjang. Tidak ada yang berubah: kembali dan tulis lebih singkat.")
    return render(request, "400.html", {"words": words}, status=400)

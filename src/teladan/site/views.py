"""Pages that belong to no service: is the site alive, and refusals in plain words."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


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


def forgery_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a form whose page had grown old: say how to send it again."""
    return render(request, "403_csrf.html", status=403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that was refused before any page saw it: say what was too much."""
    words = ""
    if isinstance(exception, TooManyFilesSent):
        words = _("Paling banyak 100 berkas sekali kirim. Tidak ada yang diterima: kirim dalam beberapa bagian.")
    elif isinstance(exception, RequestDataTooBig):
        words = _("Isiannya terlalu panjang. Tidak ada yang berubah: kembali dan tulis lebih singkat.")
    return render(request, "400.html", {"words": words}, status=400)

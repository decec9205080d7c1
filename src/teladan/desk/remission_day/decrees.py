"""All decrees of a day as one file: made once by the worker, given to officers of the facility who may read letters."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from teladan.desk.access import allowed
from teladan.desk.officer import officer_of
from teladan.desk.remission_day.occasion import occasion_of
from teladan.rights.jobs.asking import ask_print
from teladan.rights.letters import decrees_file
from teladan.rights.models import Occasion


@require_GET
@allowed("letters.read")
def remission_decrees(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Return the file, or say that it is not there yet."""
    occasion = occasion_of(request, uid)
    path = decrees_file(occasion)
    if path is None:
        messages.error(request, _("Surat keputusan belum disiapkan."))
        return redirect("desk:remission_day", uid=uid)
    name = f"keputusan-remisi-{occasion.grant_day}.pdf"
    return FileResponse(path.open("rb"), filename=name, content_type="application/pdf")


@require_POST
@allowed("occasions.work")
def remission_print(request: HttpRequest, uid: UUID) -> HttpResponseBase:
    """Ask for the file once more, where making it was stopped or failed."""
    occasion = occasion_of(request, uid)
    if occasion.state != Occasion.State.DECIDED:
        return redirect("desk:remission_day", uid=uid)
    job = ask_print(occasion, actor=officer_of(request), now=timezone.now())
    return redirect("desk:remission_job", uid=job.uid)

"""The letter of a case, as PDF."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.cases.load import case_of
from teladan.desk.today import today
from teladan.rights.letters import case_letter_pdf


@require_GET
@allowed("letters.read")
def case_letter(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = case_of(request, uid)
    try:
        content = case_letter_pdf(found, today(), "en" if get_language() == "en" else "id")
    except ValueError:
        messages.error(request, _("Belum ada surat untuk perkara ini."))
        return redirect("desk:case", uid=uid)
    header = {"Content-Disposition": f'inline; filename="surat-{found.uid}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=header)

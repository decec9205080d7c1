"""The one-page worksheet that a family can re-do with pen and paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from teladan.desk.access import allowed
from teladan.desk.person.load import stay_of
from teladan.desk.today import today
from teladan.rights.letters import worksheet_pdf


@allowed("dates.read")
def worksheet(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the PDF in the browser; its name says nothing about the person."""
    stay = stay_of(request, uid)
    content = worksheet_pdf(stay, today(), get_language() or "id")
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="lembar-hitung.pdf"'},
    )

"""The hearings and what waits for the next one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.hearings.listing import HEARINGS
from teladan.desk.lists.view import list_page
from teladan.desk.officer import facility_here, officer_of
from teladan.rights.services import waiting_for_hearing


@require_GET
@allowed("hearings.read")
def hearings(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    waiting = waiting_for_hearing(facility_here(officer))
    return list_page(HEARINGS, request, "desk/hearings/hearings.html", waiting=waiting)  # type: ignore[return-value]

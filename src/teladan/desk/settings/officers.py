"""Who signs in here, and everything that was done to their sign-ins."""

from allauth.mfa.models import Authenticator
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.people.models import Facility, Officer, OfficerChange, Role

PAGE = 40
ROLES = dict(Role.choices)


@require_GET
@allowed("officers.read")
def officers(request: HttpRequest) -> HttpResponse:
    house = facility_here(officer_of(request))
    changes = changes_at(house)
    page = Paginator(changes, PAGE).get_page(request.GET.get("halaman"))
    context = {"officers": staff_of(house), "page": page, "changes": page.object_list, "roles": ROLES}
    return render(request, "desk/settings/officers.html", context)


def staff_of(house: Facility) -> list[Officer]:
    """Return the officers, the active ones first; each with `wards` and whether a second factor is on: one query."""
    inside = Count("wards", filter=Q(wards__released_on=None))
    factor = Exists(Authenticator.objects.filter(user=OuterRef("pk")))
    rows = Officer.objects.filter(facility=house).annotate(ward_count=inside, has_factor=factor)
    return list(rows.order_by("-is_active", "full_name"))


def changes_at(house: Facility, officer: Officer | None = None) -> QuerySet[OfficerChange]:
    """Return the changes of the facility's officers, or of one, the newest first."""
    rows = OfficerChange.objects.filter(officer__facility=house).select_related("officer", "by")
    return rows.filter(officer=officer) if officer else rows

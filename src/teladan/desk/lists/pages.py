"""The views of all lists of people and steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed
from teladan.desk.lists import search
from teladan.desk.lists.detention import DETENTION
from teladan.desk.lists.missing import MISSING
from teladan.desk.lists.overstay import OVERSTAY
from teladan.desk.lists.people import PEOPLE
from teladan.desk.lists.releases import RELEASES
from teladan.desk.lists.steps import STEPS
from teladan.desk.lists.view import list_view
from teladan.desk.lists.wards import WARDS

people = list_view(PEOPLE, "people.read")
releases = list_view(RELEASES, "dates.read")
detention = list_view(DETENTION, "detention.read")
overstay = list_view(OVERSTAY, "dates.read")
wards = list_view(WARDS, "wards.read")
missing = list_view(MISSING, "facts.read")
steps = list_view(STEPS, "cases.read")


@allowed("people.read")
@require_POST
def people_search(request: HttpRequest) -> HttpResponse:
    """Keep the posted words and show the list they narrow; empty words show everybody."""
    typed = request.POST.get("kata", "").strip()
    list_address = reverse("desk:people")
    return redirect(f"{list_address}?cari={search.remember(request, typed)}" if typed else list_address)

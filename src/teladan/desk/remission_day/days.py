"""Which common days come next, and which were held: the first page of the remission days."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from teladan.desk.access import allowed
from teladan.desk.today import today
from teladan.desk.words import right_name
from teladan.people.models.person import Religion
from teladan.rights.models import Case, Occasion
from teladan.rights.remission_day.calendar import CommonDay, common_days, people_inside

RELIGIONS = dict(Religion.choices)


@allowed("occasions.read")
def remission_days(request: HttpRequest) -> HttpResponse:
    officer: Any = request.user
    house = officer.facility
    held = Occasion.objects.filter(facility=house).annotate(
        cases_granted=Count("cases", filter=Q(cases__state=Case.State.GRANTED)), cases_all=Count("cases")
    )
    days = common_days(people_inside(house), today())
    context = {
        "days": [(each, title_of(each.right, each.religion), _address(each)) for each in days],
        "held": held[:50],
        "day": today(),
    }
    return render(request, "desk/remission_day/days.html", context)


def _address(each: CommonDay) -> str:
    """Return the page that proposes everyone for this day."""
    asked = {"hak": each.right, "tanggal": each.day.isoformat(), "agama": each.religion}
    return f"{reverse('desk:remission_proposal')}?{urlencode(asked)}"


def title_of(right: str, religion: str) -> str:
    """Return what a remission day is called."""
    if not right:
        return _("Hari remisi")
    name = str(right_name(right))
    return f"{name}, {RELIGIONS[religion]}" if religion else name

"""The first page about a person: where they stand, what comes next, which rights they have."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person import next_action, rights
from teladan.desk.person.load import frame, standing_of, stay_of
from teladan.desk.person.stay_marks import of_stay
from teladan.desk.roles import may
from teladan.desk.today import today
from teladan.faces.picture import draw
from teladan.people.models import Stay
from teladan.rights.models import Case


@allowed("people.read")
def summary(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    context = frame(request, stay, "person", day)
    if may(request.user, "dates.read"):
        context |= _dates(stay, day)
    if may(request.user, "cases.read"):
        cases = list(stay.cases.filter(state=Case.State.OPEN).prefetch_related("steps"))
        context |= {"cases": [_case(case) for case in cases], "next": next_action.of_stay(stay, cases, day)}
    return render(request, "desk/person/summary.html", context)


def _dates(stay: Stay, day: date) -> dict[str, Any]:
    standing = standing_of(stay)
    if standing is None:
        return {}
    found = of_stay(stay, standing, stay.remissions.all())
    return {
        "marks": found,
        "wide": draw.wide(standing, found, day),
        "tall": draw.tall(standing, found, day),
        "rights": rights.rows(standing),
    }


def _case(case: Case) -> dict[str, Any]:
    steps = list(case.steps.all())
    return {"case": case, "step": next((step for step in steps if step.state == "open"), None)}

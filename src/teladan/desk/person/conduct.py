"""How they live inside: reports, violations, risk, programme."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.today import today


@allowed("conduct.read")
def conduct(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    context = frame(request, stay, "person_conduct", day) | {
        "reports": stay.conduct_reports.all()[:24],
        "disciplines": stay.disciplines.all(),
        "risks": stay.risk_assessments.all(),
        "programmes": stay.programmes.all(),
    }
    return render(request, "desk/person/conduct.html", context)

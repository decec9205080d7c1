"""The expected path of a person, marked as a forecast, with what could change it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.reforms.words import way_name
from teladan.desk.today import today
from teladan.rights.queries.expected import drafts_that_move, expected


@allowed("dates.read")
def person_forecast(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    path = expected(stay, day) if stay.released_on is None else None
    context = frame(request, stay, "person_forecast", day) | {
        "path": path,
        "way": way_name(path.way) if path else "",
        "drafts": drafts_that_move(stay, day),
    }
    return render(request, "desk/person/forecast.html", context)

"""Who changed what, when, from what to what, and why."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.today import today


@allowed("history.read")
def history(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    context = frame(request, stay, "person_history", day)
    return render(request, "desk/person/history.html", context | {"changes": []})

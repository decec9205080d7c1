"""Into, within and out of the prison. Why somebody went to hospital is for the clinic alone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.roles import may
from teladan.desk.today import today
from teladan.people.models import Movement


@allowed("movements.read")
def movements(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    rows = list(stay.movements.all()[:100])
    if not may(request.user, "health.read"):
        for row in rows:
            if row.kind == Movement.Kind.HOSPITAL:
                row.note = ""
    context = frame(request, stay, "person_movements", day) | {"movements": rows}
    return render(request, "desk/person/movements.html", context)

"""What the court decided, where they were held, what was granted."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.today import today


@allowed("verdicts.read")
def sentence(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    context = frame(request, stay, "person_sentence", day) | {
        "verdicts": stay.verdicts.prefetch_related("sentences"),
        "detentions": stay.detentions.all(),
        "absences": stay.absences.all(),
        "remissions": stay.remissions.all(),
        "certificates": stay.certificates.all(),
    }
    return render(request, "desk/person/sentence.html", context)

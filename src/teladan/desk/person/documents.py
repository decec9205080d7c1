"""The files kept with a stay."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.today import today


@allowed("documents.read")
def documents(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    context = frame(request, stay, "person_documents", day)
    return render(
        request, "desk/person/documents.html", context | {"documents": stay.documents.select_related("added_by")}
    )

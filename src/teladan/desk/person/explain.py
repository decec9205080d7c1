"""One date or one right down to the sum and the article."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk import words
from teladan.desk.access import allowed
from teladan.desk.person.load import frame, standing_of, stay_of
from teladan.desk.today import today

DATES = ("start", "one_third", "half", "two_thirds", "expiry_initial", "expiry", "release")


@allowed("dates.read")
def explain_date(request: HttpRequest, uid: UUID, code: str) -> HttpResponse:
    if code not in DATES:
        raise Http404
    stay, day = stay_of(request, uid), today()
    context: dict[str, Any] = frame(request, stay, "person", day) | {"code": code}
    context["value"] = getattr(standing_of(stay), code, None)
    return render(request, "desk/person/date.html", context)


@allowed("dates.read")
def explain_right(request: HttpRequest, uid: UUID, code: str) -> HttpResponse:
    if code not in words.RIGHTS:
        raise Http404
    stay, day = stay_of(request, uid), today()
    context: dict[str, Any] = frame(request, stay, "person", day) | {"code": code}
    standing = standing_of(stay)
    context["right"] = standing.rights.filter(right=code).first() if standing else None
    return render(request, "desk/person/right.html", context)

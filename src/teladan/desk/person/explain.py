"""One date or one right down to the sum and the article: the law is asked again, as the nightly assessment asks it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import allowed
from teladan.desk.person import findings, sums
from teladan.desk.person.load import frame, stay_of
from teladan.desk.today import today
from teladan.people.models import Stay
from teladan.people.queries import facts_of
from teladan.rights.catalogue import RIGHT_NAMES
from teladan.rights.findings import Found, find

DATES = {
    "start": _("Mulai dihitung"),
    "one_third": _("1/3 masa pidana"),
    "half": _("1/2 masa pidana"),
    "two_thirds": _("2/3 masa pidana"),
    "expiry_initial": _("Ekspirasi awal"),
    "expiry": _("Ekspirasi setelah remisi"),
    "release": _("Bebas setelah pengganti denda"),
}


@allowed("dates.read")
def explain_date(request: HttpRequest, uid: UUID, code: str) -> HttpResponse:
    if code not in DATES:
        raise Http404
    stay, day = stay_of(request, uid), today()
    found = assessed(stay, day)
    context: dict[str, Any] = frame(request, stay, "person", day) | {
        "title": DATES[code],
        "value": found.timeline.get(code),
        "problem": found.problem,
        "sum": sums.of_date(found.explained, code),
        "notes": found.explained.get("notes", ()),
    }
    return render(request, "desk/person/date.html", context)


@allowed("dates.read")
def explain_right(request: HttpRequest, uid: UUID, code: str) -> HttpResponse:
    if code not in RIGHT_NAMES:
        raise Http404
    stay, day = stay_of(request, uid), today()
    found = assessed(stay, day)
    context: dict[str, Any] = frame(request, stay, "person", day) | {
        "code": code,
        "right": found.rights.get(code),
        "detail": found.detail(code),
        "groups": findings.groups(found.detail(code).get("findings", ())),
        "problem": found.problem,
    }
    return render(request, "desk/person/right.html", context)


def assessed(stay: Stay, day: date) -> Found:
    """Return the assessment of one stay with its explanation; a problem instead where the facts are unusable."""
    return find(facts_of([stay], day), day)[0]

"""One date or one right down to the sum and the article: the law is asked again, as the nightly assessment asks it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.today import today
from teladan.desk.words import DATE_NAMES
from teladan.faces import findings, sums
from teladan.people.models import Stay
from teladan.people.queries import facts_of
from teladan.rights.because import because, shift
from teladan.rights.catalogue import RIGHT_NAMES
from teladan.rights.findings import Found, find
from teladan.rights.queries import Line, Moved, last_move, last_move_of_right


@allowed("dates.read")
def explain_date(request: HttpRequest, uid: UUID, code: str) -> HttpResponse:
    if code not in DATE_NAMES:
        raise Http404
    stay, day = stay_of(request, uid), today()
    found = assessed(stay, day)
    context: dict[str, Any] = frame(request, stay, "person", day) | {
        "title": DATE_NAMES[code],
        "value": found.timeline.get(code),
        "problem": found.problem,
        "sum": sums.of_date(found.explained, code),
        "notes": found.explained.get("notes", ()),
        "move": _move(last_move(stay, code)),
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
        "groups": findings.groups(found.detail(code).get("findings", ()), found.sure_of(code)),
        "problem": found.problem,
        "move": _move(last_move_of_right(stay, code)),
    }
    return render(request, "desk/person/right.html", context)


def _move(last: tuple[Moved, Line] | None) -> dict[str, Any] | None:
    """Return how a day moved last, for one line: when it was recorded, from which day, by how much and why."""
    if last is None:
        return None
    moved, line = last
    told = {"shift": shift(moved), "because": because(line.reasons)}
    return {"at": line.kept.at, "old": moved.old, "new": moved.new} | told


def assessed(stay: Stay, day: date) -> Found:
    """Return the assessment of one stay with its explanation; a problem instead where the facts are unusable."""
    return find(facts_of([stay], day), day)[0]

"""Why did my dates move: each change of the assessment, the newest first, with old, new and the reason."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, standing_of, stay_of
from teladan.desk.person.move_lines import Told, told
from teladan.desk.roles import may
from teladan.desk.today import today
from teladan.rights import queries

PAGE = 10


@allowed("dates.read")
def moves(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    every = request.GET.get("semua") == "1"
    page = Paginator(queries.moves(stay, quiet=every), PAGE).get_page(request.GET.get("halaman"))
    # Who changed what, and why, is for those who may read the history.
    lines = queries.explained(stay, list(page.object_list), history=may(request.user, "history.read"))
    shown: list[Told] = [told(line, request.user, stay.person.uid) for line in lines]
    standing = standing_of(stay)
    context = frame(request, stay, "person_moves", day) | {
        "page": page,
        "lines": shown,
        "every": every,
        "more": "&semua=1" if every else "",
        "quiet": 0 if every else queries.moves(stay, quiet=True).filter(quiet=True).count(),
        "since": standing.known_from if standing else None,
    }
    return render(request, "desk/person/moves.html", context)

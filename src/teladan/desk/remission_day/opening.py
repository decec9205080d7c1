"""One act makes the cases of a remission day; pressed twice it makes them once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed
from teladan.desk.register.refusals import show
from teladan.desk.remission_day.asked import asked
from teladan.people.errors import Refused
from teladan.rights.remission_day import open_occasion


@require_POST
@allowed("occasions.work")
def remission_open(request: HttpRequest) -> HttpResponse:
    """Make all cases of the day and go to it; refused, ask for the day again with what was asked."""
    wanted, form = asked(request.POST)
    officer: Any = request.user
    if wanted is not None:
        known = {"religion": wanted.religion, "actor": officer, "now": timezone.now()}
        try:
            occasion = open_occasion(officer.facility, wanted.right, wanted.day, **known)
        except Refused as refused:
            show(form, refused)
        else:
            return redirect("desk:remission_day", uid=occasion.uid)
    return render(request, "desk/remission_day/ask.html", {"form": form}, status=422)

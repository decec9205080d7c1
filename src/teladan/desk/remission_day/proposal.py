"""The one screen of a remission day: everyone, with who, how much, which rung; who not, and why."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import allowed
from teladan.desk.lists import export
from teladan.desk.remission_day import sheet
from teladan.desk.remission_day.asked import Asked, asked
from teladan.desk.remission_day.computed import Shown, proposal_of
from teladan.desk.remission_day.days import title_of
from teladan.desk.remission_day.numbered import address, numbered
from teladan.desk.remission_day.row import Row
from teladan.desk.today import today
from teladan.desk.words import length_words
from teladan.rights.models import Occasion

PARTS = (("dapat", _("Mendapat")), ("data", _("Data kurang")), ("tidak", _("Belum mendapat")))


@allowed("occasions.read")
def remission_proposal(request: HttpRequest) -> HttpResponse:
    wanted, form = asked(request.GET)
    if wanted is None:
        return render(request, "desk/remission_day/ask.html", {"form": form}, status=422 if request.GET else 200)
    officer: Any = request.user
    house = officer.facility
    if there := Occasion.objects.filter(facility=house, **_occasion(wanted)).first():
        return redirect("desk:remission_day", uid=there.uid)
    proposal = proposal_of(house, wanted)
    if request.GET.get("bentuk") == "xlsx":
        return export.xlsx_file(f"usulan-{wanted.day}", sheet.COLUMNS, sheet.rows(proposal))
    return render(request, "desk/remission_day/proposal.html", context_of(request, wanted, proposal))


def _occasion(wanted: Asked) -> dict[str, Any]:
    return {"right": wanted.right, "grant_day": wanted.day, "religion": wanted.religion}


def context_of(request: HttpRequest, wanted: Asked, proposal: Shown) -> dict[str, Any]:
    """Return what the page of a proposal shows."""
    people = {"dapat": proposal.granted, "data": proposal.needs_facts, "tidak": proposal.not_granted}
    part = request.GET.get("bagian", "dapat")
    part = part if part in people else "dapat"
    sheet_of_part = numbered(request, people[part])
    return {
        "title": title_of(wanted.right, wanted.religion),
        "wanted": wanted,
        "day": today(),
        "proposal": proposal,
        "part": part,
        "tabs": [_tab(request, code, label, people[code], part) for code, label in PARTS],
        "sheet": sheet_of_part,
        "page": sheet_of_part.page,
        "xlsx": address(request, bentuk="xlsx"),
        "amounts": amounts(proposal),
    }


def _tab(request: HttpRequest, code: str, label: Any, people: Sequence[Row], part: str) -> dict[str, Any]:
    return {"url": address(request, bagian=code), "label": label, "count": len(people), "current": code == part}


def amounts(proposal: Shown) -> list[dict[str, Any]]:
    """Return how many people get each amount of each right, smallest first."""
    return [{"right": right, "amount": length_words(days), "people": n} for right, days, n in proposal.amounts]

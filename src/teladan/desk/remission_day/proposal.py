"""The one screen of a remission day: everyone, with who, how much, which rung; who not, and why."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import allowed
from teladan.desk.lists import export
from teladan.desk.remission_day import sheet
from teladan.desk.remission_day.asked import Asked, asked
from teladan.desk.remission_day.computed import proposal_of
from teladan.desk.remission_day.days import title_of
from teladan.desk.words import length_words
from teladan.rights.models import Occasion
from teladan.rights.remission_day import Candidate, Proposal

PAGE = 50
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
    return render(request, "desk/remission_day/proposal.html", _context(request, wanted, proposal))


def _occasion(wanted: Asked) -> dict[str, Any]:
    return {"right": wanted.right, "grant_day": wanted.day, "religion": wanted.religion}


def _context(request: HttpRequest, wanted: Asked, proposal: Proposal) -> dict[str, Any]:
    people = {"dapat": proposal.granted, "data": proposal.needs_facts, "tidak": proposal.not_granted}
    part = request.GET.get("bagian", "dapat")
    part = part if part in people else "dapat"
    return {
        "title": title_of(wanted.right, wanted.religion),
        "wanted": wanted,
        "proposal": proposal,
        "part": part,
        "tabs": [_tab(request, code, label, people[code], part) for code, label in PARTS],
        "page": Paginator(people[part], PAGE).get_page(request.GET.get("halaman")),
        "address": _address(request, "halaman"),
        "xlsx": f"{_address(request, 'halaman', 'bagian')}&bentuk=xlsx",
        "amounts": amounts(proposal),
        "reasons": reasons(proposal.not_granted),
    }


def _tab(request: HttpRequest, code: str, label: Any, people: Sequence[Candidate], part: str) -> dict[str, Any]:
    url = f"{_address(request, 'halaman', 'bagian')}&bagian={code}"
    return {"url": url, "label": label, "count": len(people), "current": code == part}


def _address(request: HttpRequest, *without: str) -> str:
    query = request.GET.copy()
    for name in (*without, "bentuk"):
        query.pop(name, None)
    return f"?{query.urlencode()}"


def amounts(proposal: Proposal) -> list[dict[str, Any]]:
    """Return how many people get each amount of each right, smallest first."""
    rows = sorted(proposal.totals.items())
    return [{"right": right, "amount": length_words(days), "people": n} for (right, days), n in rows]


def reasons(people: Sequence[Candidate]) -> list[tuple[str, int]]:
    """Return each condition with how many it holds back, the most frequent first."""
    found = Counter(reason.criterion for each in people for reason in each.reasons)
    return found.most_common()

"""The pages that explain: the rules, the feasts, what the demo assumes."""

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed, page
from teladan.desk.manual import feasts as feast_table
from teladan.desk.manual import law
from teladan.desk.manual.assumptions import assumptions
from teladan.desk.manual.conventions import conventions
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.today import today
from teladan.law.regulations import law_version
from teladan.law.rights import RIGHTS
from teladan.rights.feasts import effective, in_force
from teladan.rights.models import FeastCorrection

SHOWN_YEARS = 3
SHOWN = 100


@allowed("rules.read")
def rules(request: HttpRequest) -> HttpResponse:
    """Show every right with its law, and every reading that the law leaves open."""
    day = today()
    context = {"day": day, "rights": law.contents(day), "conventions": conventions(), "version": law_version()}
    return render(request, "desk/manual/rules.html", context)


@allowed("rules.read")
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """Show one right: its own law and each of its conditions, with what was in force before."""
    right = RIGHTS.get(code)
    if right is None:
        raise Http404
    day = today()
    context = {
        "day": day,
        "code": code,
        "periods": law.periods_of(right, day),
        "conditions": law.conditions_of(right, day),
    }
    return render(request, "desk/manual/rule.html", context)


@allowed("rules.read")
def feasts(request: HttpRequest) -> HttpResponse:
    """Show the feasts of some years with what set each day, and every correction with who and why."""
    year, corrections = _year(request.GET.get("tahun", "")), in_force()
    found = effective(corrections)
    rows = FeastCorrection.objects.select_related("made_by__facility").order_by("-pk")
    context = {
        "year": year,
        "years": feast_table.of_years(found, corrections, year - 1, year + SHOWN_YEARS),
        "rows": rows.annotate(is_withdrawn=Exists(FeastCorrection.objects.filter(withdraws=OuterRef("pk"))))[:SHOWN],
        "stale": feast_table.no_longer(facility_here(officer_of(request)), found),
    }
    return render(request, "desk/manual/feasts.html", context)


def _year(text: str) -> int:
    """Return the year asked for, this one when none was asked or what was asked is no year."""
    return int(text) if text.isascii() and text.isdigit() and len(text) == len("2026") else today().year


@allowed("demo.read")
def demo(request: HttpRequest) -> HttpResponse:
    """Say what of the demo is published, counted, derived or assumed."""
    return render(request, "desk/manual/demo.html", {"assumptions": assumptions()})


urlpatterns = [
    page("aturan/", rules, "rules"),
    page("aturan/hari-raya/", feasts, "feasts"),
    page("aturan/<slug:code>/", rule, "rule"),
    page("tentang-data-contoh/", demo, "demo"),
]

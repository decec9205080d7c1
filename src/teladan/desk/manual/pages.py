"""The pages that explain: the rules, the feasts, what the demo assumes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed, page
from teladan.desk.manual import feasts as feast_table
from teladan.desk.manual import law
from teladan.desk.manual.assumptions import assumptions
from teladan.desk.manual.conventions import conventions
from teladan.desk.today import today
from teladan.law.regulations import law_version
from teladan.law.rights import RIGHTS
from teladan.rights.feasts import effective

SHOWN_YEARS = 3


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
    year = today().year
    context = {"years": feast_table.of_years(effective(), year - 1, year + SHOWN_YEARS)}
    return render(request, "desk/manual/feasts.html", context)


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

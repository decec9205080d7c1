"""The pages that explain: the rules, the feasts, what the demo assumes."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.access import allowed, page
from teladan.desk.manual import feasts as feast_table
from teladan.desk.manual.assumptions import assumptions
from teladan.desk.manual.confirming import rule_confirm, rule_withdraw
from teladan.desk.manual.rules import right, rule_item, rules_book, rules_books, rules_page, rules_search
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.today import today
from teladan.rights.feasts import effective, in_force
from teladan.rights.models import FeastCorrection

SHOWN_YEARS = 3
SHOWN = 100


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
    page("aturan/", rules_page, "rules"),
    page("aturan/hari-raya/", feasts, "feasts"),
    page("aturan/cari/", rules_search, "rules_search"),
    page("aturan/peraturan/", rules_books, "rules_books"),
    page("aturan/peraturan/<slug:slug>/", rules_book, "rules_book"),
    page("aturan/pastikan/<str:version>/", rule_confirm, "rule_confirm"),
    page("aturan/tarik/<int:pk>/", rule_withdraw, "rule_withdraw"),
    page("aturan/<slug:code>/", right, "rule"),
    page("aturan/<slug:kind>/<slug:name>/", rule_item, "rule_item"),
    page("tentang-data-contoh/", demo, "demo"),
]

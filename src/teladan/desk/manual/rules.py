"""The pages of the manual: all rights, one rule, the list of everything, the regulations."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.manual.asked import asked
from teladan.desk.manual.conventions import conventions
from teladan.faces.manual import book as shelf
from teladan.faces.manual.item import item, linked
from teladan.faces.manual.names import KINDS
from teladan.faces.manual.search import SearchForm, search
from teladan.law.manual import Rule, books, rules
from teladan.law.manual import versions as all_versions
from teladan.law.regulations import law_version
from teladan.law.rights import NAMES
from teladan.rights.confirmations import last_by_rule
from teladan.rights.models import Confirmation

A_PAGE = 50
LISTED = ("criterion", "parameter", "step", "note")  # rights and readings stand on the page, feasts have their own


@require_GET
@allowed("rules.read")
def rules_page(request: HttpRequest) -> HttpResponse:
    """Show every right with its law, and every reading that the law leaves open."""
    said, rows = asked(request), last_by_rule()
    found = [linked(f"right.{name}", said.day, rows, said.links) for name in NAMES]
    counts = [len(rules()[f"right.{name}"].criteria) for name in NAMES]
    context = {
        "day": said.day,
        "rights": list(zip(found, counts, strict=True)),
        "conventions": conventions(said.links),
        "version": law_version(),
        "chosen": said.links.day,
        "kinds": [(kind, KINDS[kind]) for kind in LISTED],
    }
    return render(request, "desk/manual/rules.html", context)


@require_GET
@allowed("rules.read")
def right(request: HttpRequest, code: str) -> HttpResponse:
    """Show one right: its own law and each of its conditions, with what was in force before."""
    return _rule(request, rules().get(f"right.{code}"))


@require_GET
@allowed("rules.read")
def rule_item(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """Show one rule of another kind: a condition, a number, a reading, a note."""
    return _rule(request, rules().get(f"{kind}.{name}"))


def _rule(request: HttpRequest, rule: Rule | None) -> HttpResponse:
    if rule is None:
        raise Http404
    said, rows = asked(request), last_by_rule()
    context = {
        "day": said.day,
        "item": item(rule, said.day, rows, said.links),
        "history": _history(rule),
        "confirm": "desk:rule_confirm",
        "withdraw": "desk:rule_withdraw",
    }
    return render(request, "desk/manual/rule.html", context)


def _history(rule: Rule) -> list[tuple[Confirmation, Any]]:
    """Return every act on the versions of a rule, the newest first, each with its version where it still exists."""
    names = [version.id for version in rule.versions]
    rows = Confirmation.objects.filter(rule__in=names).select_related("made_by__facility")
    found = all_versions()
    return [(row, found[row.rule][1] if row.rule in found else None) for row in rows]


@require_GET
@allowed("rules.read")
def rules_search(request: HttpRequest) -> HttpResponse:
    """List every version of every rule, narrowed as asked."""
    form = SearchForm(request.GET)
    said = asked(request)
    lines = search(form, said.day, last_by_rule(), said.links)
    page = Paginator(lines, A_PAGE).get_page(request.GET.get("halaman"))
    query = request.GET.copy()
    query.pop("halaman", None)
    context = {
        "form": form,
        "page": page,
        "query": query.urlencode(),
        "all_times": form.asked("masa") == "semua",
        "day": said.day,
    }
    return render(request, "desk/manual/search.html", context)


@require_GET
@allowed("rules.read")
def rules_books(request: HttpRequest) -> HttpResponse:
    """List the regulations that are used here."""
    return render(request, "desk/manual/books.html", {"lines": shelf.lines(asked(request).links)})


@require_GET
@allowed("rules.read")
def rules_book(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one regulation: its articles, and the rules that rest on each."""
    book = books().get(slug)
    if book is None:
        raise Http404
    said = asked(request)
    articles = shelf.articles(book, said.day, last_by_rule(), said.links)
    context = {"day": said.day, "name": shelf.name_of(book), "articles": articles, "book": book}
    return render(request, "desk/manual/book.html", context)

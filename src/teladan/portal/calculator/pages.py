"""The open calculator: facts typed in plain words, dates and rights out. Nobody signs in, nothing is kept or logged."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods

from teladan.faces.calculator.answer import Answer, answer
from teladan.faces.calculator.facts import of_sheet
from teladan.faces.calculator.sheet import Sheet
from teladan.portal import asked
from teladan.portal.calculator import parts, told
from teladan.portal.calculator.plain import in_plain_words
from teladan.rights.letters import typed_worksheet_pdf

LARGEST = 100_000  # bytes; the whole page filled in is about 20,000
ASKED = 60  # answers to one address within a minute; a prison's visitors may share one
View = Callable[[HttpRequest], HttpResponse]


def bounded(view: View) -> View:
    """Open the page to everybody, within limits. It needs no token against forgery: it keeps nothing."""

    @wraps(view)
    def limited(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return view(request)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > LARGEST:
            return render(request, "portal/calculator/too_large.html", status=413)
        if seconds := asked.wait("page", request, ASKED):
            response = render(request, "429.html", status=429)
            response["Retry-After"] = str(seconds)
            return response
        return view(request)

    return csrf_exempt(login_not_required(require_http_methods(["GET", "HEAD", "POST"])(gzip_page(limited))))


@bounded
def calculator(request: HttpRequest) -> HttpResponse:
    """Show the empty form, or the posted form with its answer. Posted, so that no fact stands in an address."""
    sheet = _sheet(request)
    return _page(request, sheet, _answer(request, sheet))


@bounded
def worksheet(request: HttpRequest) -> HttpResponse:
    """Show the sum and the rights as one page of PDF; the form again where something is wrong with it."""
    if request.method != "POST":
        return redirect("portal:calculator")
    sheet = _sheet(request)
    found = _answer(request, sheet)
    if found.found is None:
        return _page(request, sheet, found)
    content = typed_worksheet_pdf(of_sheet(sheet), found.found, get_language() or "id")
    headers = {"Content-Disposition": 'inline; filename="lembar-hitung.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _sheet(request: HttpRequest) -> Sheet:
    return in_plain_words(Sheet(timezone.localdate(), request.POST if request.method == "POST" else None))


def _answer(request: HttpRequest, sheet: Sheet) -> Answer:
    """Return the answer; none for an empty form, and none yet when a row was asked for."""
    ready = sheet.bound and "tambah" not in request.POST and sheet.is_valid()
    return answer(sheet) if ready else Answer()


def _page(request: HttpRequest, sheet: Sheet, found: Answer) -> HttpResponse:
    context: dict[str, Any] = {
        "sheet": sheet,
        "first": parts.first(sheet),
        "more": parts.more(sheet, request.POST.get("tambah", "")),
        "problem": found.problem,
        "answer": found.context,
    }
    if found.context and found.found:
        context |= {"kinds": told.kinds(found.context["rights"]), "ask": told.to_ask(found.found)}
    return render(request, "portal/calculator/page.html", context)

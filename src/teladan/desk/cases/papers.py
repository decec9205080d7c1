"""The checklist of a step: tick a line, or give it the file that answers it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed
from teladan.desk.cases.act import do
from teladan.desk.cases.forms import LineForm, PaperForm
from teladan.desk.cases.load import case_of, line_of
from teladan.desk.cases.work import my_step, officer_of
from teladan.people.errors import Refused
from teladan.people.models import Document
from teladan.people.services import attach_document
from teladan.rights import services
from teladan.rights.models import Step
from teladan.rights.steps import DOCUMENTS


@require_POST
@allowed("cases.work")
def case_document(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Tick one line of the checklist of the open step, or take the tick back."""
    found = case_of(request, uid)
    step = my_step(request, found)
    form = LineForm(request.POST)
    if form.is_valid():
        try:
            _tick(request, step, form.cleaned_data)
        except Refused as refused:
            messages.error(request, refused.problems[0].text)
    return redirect(f"{reverse('desk:case', args=[uid])}#dokumen")


@allowed("cases.work")
def case_paper(request: HttpRequest, uid: UUID, code: str) -> HttpResponse:
    """Give a line the file that answers it: one kept with the person already, or a new one."""
    found = case_of(request, uid)
    step = my_step(request, found)
    line = line_of(step, code)
    if line is None:
        raise Http404
    form = PaperForm(step, line, found.stay, request.POST or None, request.FILES or None)
    if request.method == "POST" and do(form, lambda values: _file(request, step, code, values)):
        messages.success(request, _("Daftar dokumen dicatat."))
        return redirect(f"{reverse('desk:case', args=[uid])}#dokumen")
    context = {"case": found, "person": found.stay.person, "line": line, "form": form}
    return render(request, "desk/cases/paper.html", context, status=422 if form.errors else 200)


def _file(request: HttpRequest, step: Step, code: str, values: dict[str, Any]) -> None:
    document = _keep(request, step, code, values["file"]).pk if values["file"] else values["document"]
    _tick(request, step, values | {"code": code, "done": True, "document": document})


def _keep(request: HttpRequest, step: Step, code: str, sent: Any) -> Document:
    """Keep a file with the person, as the kind of document that the line asks for; the same file is kept once."""
    kind = DOCUMENTS.get(code, {}).get("register_kind") or Document.Kind.OTHER
    why = _("Dokumen perkara hak")
    return attach_document(
        step.case.stay, kind=kind, name=sent.name, content=sent.read(), actor=officer_of(request), why=why
    )


def _tick(request: HttpRequest, step: Step, values: dict[str, Any]) -> None:
    services.tick_document(
        step,
        values["code"],
        done=values["done"],
        document=values.get("document"),
        note=values.get("note", ""),
        actor=officer_of(request),
        expected_version=values["version"],
    )

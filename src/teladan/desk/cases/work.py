"""Moving a case on: finish a step, tick a document, record the decision."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed, require
from teladan.desk.cases.forms import DecisionForm, DocumentForm, StepForm
from teladan.desk.cases.load import case_of, shown
from teladan.desk.cases.owners import may_work_on
from teladan.desk.cases.page import context_of
from teladan.desk.today import today
from teladan.people.errors import Refused
from teladan.rights import services
from teladan.rights.models import Case, Step


@require_POST
@allowed("cases.work")
def case_step(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Finish the step of the case that is open."""
    found = case_of(request, uid)
    step = _my_step(request, found)
    form = StepForm(shown(step, today(), mine=True), request.POST)
    return _act(request, found, form, "form", lambda values: _finish(request, step, values), _("Langkah selesai."))


@require_POST
@allowed("cases.work")
def case_document(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Tick one line of the checklist of the open step."""
    found = case_of(request, uid)
    step = _my_step(request, found)
    form = DocumentForm(request.POST)
    return _act(
        request, found, form, "ticked", lambda values: _tick(request, step, values), _("Daftar dokumen dicatat.")
    )


@require_POST
@allowed("decisions.work")
def case_decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Record the decision; the person's dates move at once."""
    found = case_of(request, uid)
    require(request.user, "decisions.work", found)
    form = DecisionForm(found, today(), request.POST)
    done = _("Keputusan dicatat. Tanggal sudah dihitung ulang.")
    return _act(request, found, form, "decide", lambda values: _decide(request, found, values), done)


def _act(  # noqa: PLR0913, PLR0917
    request: HttpRequest, found: Case, form: forms.Form, name: str, act: Callable[[dict[str, Any]], object], done: str
) -> HttpResponse:
    """Do an act of the service, or show the page again with what is wrong; nothing is half done."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            for problem in refused.problems:
                form.add_error(problem.field if problem.field in form.fields else None, problem.text)
        else:
            messages.success(request, done)
            return redirect("desk:case", uid=found.uid)
    context = context_of(request, case_of(request, found.uid), **{name: form})
    return render(request, "desk/cases/case.html", context, status=422)


def _officer(request: HttpRequest) -> Any:
    return request.user


def _my_step(request: HttpRequest, found: Case) -> Step:
    """Return the open step if it is this officer's to finish; 404 when the case has none, else 403."""
    step = found.steps.filter(state=Step.State.OPEN).select_related("case__stay", "case__facility").first()
    if step is None:
        raise Http404
    if not may_work_on(request.user, step):
        raise PermissionDenied("cases.work")
    return step


def _finish(request: HttpRequest, step: Step, values: dict[str, Any]) -> None:
    services.finish_step(
        step,
        result=values["result"],
        note=values["note"],
        actor=_officer(request),
        expected_version=values["version"],
        now=timezone.now(),
    )


def _tick(request: HttpRequest, step: Step, values: dict[str, Any]) -> None:
    services.tick_document(
        step,
        values["code"],
        done=values["done"],
        note=values["note"],
        actor=_officer(request),
        expected_version=values["version"],
    )


def _decide(request: HttpRequest, found: Case, values: dict[str, Any]) -> None:
    version = values.pop("version")
    services.decide(found, **values, actor=_officer(request), expected_version=version, now=timezone.now())

"""Moving a case on: finish the step that is open, record the decision."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed, require
from teladan.desk.cases.act import act_on
from teladan.desk.cases.forms import DecisionForm, StepForm
from teladan.desk.cases.load import case_of, open_step, shown
from teladan.desk.cases.owners import may_work_on
from teladan.desk.today import today
from teladan.rights import services
from teladan.rights.models import Case, Step


@require_POST
@allowed("cases.work")
def case_step(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Finish the step of the case that is open."""
    found = case_of(request, uid)
    step = my_step(request, found)
    form = StepForm(shown(step, today(), mine=True), request.POST)
    return act_on(request, found, form, "form", lambda values: _finish(request, step, values), _("Langkah selesai."))


@require_POST
@allowed("decisions.work")
def case_decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Record the decision; the person's dates move at once."""
    found = case_of(request, uid)
    require(request.user, "decisions.work", found)
    form = DecisionForm(found, open_step(found), today(), request.POST)
    done = _("Keputusan dicatat. Tanggal sudah dihitung ulang.")
    return act_on(request, found, form, "decide", lambda values: _decide(request, found, values), done)


def officer_of(request: HttpRequest) -> Any:
    return request.user


def my_step(request: HttpRequest, found: Case) -> Step:
    """Return the open step if it is this officer's to finish; 404 when the case has none, else 403."""
    step = open_step(found)
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
        actor=officer_of(request),
        expected_version=values["version"],
        now=timezone.now(),
    )


def _decide(request: HttpRequest, found: Case, values: dict[str, Any]) -> None:
    version = values.pop("version")
    services.decide(found, **values, actor=officer_of(request), expected_version=version, now=timezone.now())

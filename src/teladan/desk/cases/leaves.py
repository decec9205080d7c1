"""A leave once more by hand, with a reason; a leave taken back, with its number, day and ground."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from teladan.desk.access import allowed, require
from teladan.desk.cases.act import act_on, do
from teladan.desk.cases.forms import AgainForm, RevokeForm
from teladan.desk.cases.load import case_of
from teladan.desk.cases.page import context_of
from teladan.desk.today import today
from teladan.rights import services
from teladan.rights.models import Case


@require_POST
@allowed("leaves.work")
def case_again(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Open a further case of the same leave and go to it."""
    found = case_of(request, uid)
    require(request.user, "leaves.work", found)
    form, made = AgainForm(request.POST), []
    if do(form, lambda values: made.append(_again(request, found, values["why"]))):
        messages.success(request, _("Perkara baru dibuka."))
        return redirect("desk:case", uid=made[0].uid)
    return render(request, "desk/cases/case.html", context_of(request, found, again=form), status=422)


@require_POST
@allowed("leaves.work")
def case_revoke(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Record that a leave was revoked and the person is back inside."""
    found = case_of(request, uid)
    require(request.user, "leaves.work", found)
    form = RevokeForm(found, today(), request.POST)
    done = _("Pencabutan dicatat. Tanggal sudah dihitung ulang.")
    return act_on(request, found, form, "revoke", lambda values: _revoke(request, found, values), done)


def _again(request: HttpRequest, found: Case, why: str) -> Case:
    officer: Any = request.user
    return services.open_again(found.stay, found.right, why=why, actor=officer, now=timezone.now())


def _revoke(request: HttpRequest, found: Case, values: dict[str, Any]) -> None:
    officer: Any = request.user
    version = values.pop("version")
    services.revoke(found, **values, actor=officer, expected_version=version, now=timezone.now())

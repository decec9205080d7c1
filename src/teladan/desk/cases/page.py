"""One case: the law's findings, every step with its owner and clock, and what can be done now."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.cases import forms as ask
from teladan.desk.cases import owners
from teladan.desk.cases.load import OPEN, Shown, case_of, files_of, shown
from teladan.desk.cases.moved import dates_moved, day_before
from teladan.desk.person.explain import assessed
from teladan.desk.today import today
from teladan.faces import findings
from teladan.rights.findings import Found
from teladan.rights.models import Case


@require_GET
@allowed("cases.read")
def case(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = case_of(request, uid)
    return render(request, "desk/cases/case.html", context_of(request, found))


def context_of(request: HttpRequest, found: Case, **forms: Any) -> dict[str, Any]:
    """Return what the page of a case shows; `forms` are those just sent, with their errors."""
    officer: Any = request.user
    day = today()
    rows = _steps(officer, found, day)
    now = next((row for row in rows if row.step.state == OPEN), None)
    context = {
        "case": found,
        "person": found.stay.person,
        "stay": found.stay,
        "day": day,
        "steps": rows,
        "now": now,
        "decision": getattr(found, "decision", None),
        "revocation": getattr(found, "revocation", None),
        "before": day_before(found),
    }
    return context | _law(assessed(found.stay, day), found) | _moved(found) | _asked(officer, found, now, day) | forms


def _steps(officer: Any, found: Case, day: date) -> list[Shown]:
    steps = found.all_steps  # type: ignore[attr-defined]  # read with the case
    files = files_of(found, steps)
    return [shown(step, day, mine=owners.may_work_on(officer, step), files=files) for step in steps]


def _law(law: Found, found: Case) -> dict[str, Any]:
    detail = law.detail(found.right) if not law.problem else {}
    return {
        "standing": law.rights.get(found.right) if not law.problem else None,
        "groups": findings.groups(detail.get("findings", ()), law.sure_of(found.right)),
        "law": detail.get("law", ()),
        "problem": law.problem,
    }


def _moved(found: Case) -> dict[str, Any]:
    return {
        "moved": dates_moved(getattr(found, "decision", None)),
        "moved_back": dates_moved(getattr(found, "revocation", None)),
    }


def _asked(officer: Any, found: Case, now: Shown | None, day: date) -> dict[str, Any]:
    """Return the forms of what this officer can do with the case now, and no others."""
    asked: dict[str, Any] = {}
    step = now.step if now else None
    if now is not None and now.mine:
        asked["form"] = ask.StepForm(now)
    if owners.may_decide(officer, found, step):
        asked["decide"] = ask.DecisionForm(found, step, day)
    if owners.may_revoke(officer, found):
        asked["revoke"] = ask.RevokeForm(found, day)
    if owners.may_open_again(officer, found, step):
        asked["again"] = ask.AgainForm()
    return asked

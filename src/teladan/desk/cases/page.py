"""One case: the law's findings, every step with its owner and clock, and what can be done now."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.cases.forms import DecisionForm, StepForm
from teladan.desk.cases.load import case_of, shown
from teladan.desk.cases.owners import may_decide, may_work_on
from teladan.desk.person import findings
from teladan.desk.person.explain import assessed
from teladan.desk.today import today
from teladan.rights.models import Case, Step

DATES = ("one_third", "half", "two_thirds", "expiry", "release")


@require_GET
@allowed("cases.read")
def case(request: HttpRequest, uid: UUID) -> HttpResponse:
    found = case_of(request, uid)
    return render(request, "desk/cases/case.html", context_of(request, found))


def context_of(request: HttpRequest, found: Case, **forms: Any) -> dict[str, Any]:
    """Return what the page of a case shows; `forms` are those just sent, with their errors."""
    officer: Any = request.user
    day = today()
    steps = list(found.steps.select_related("done_by", "case__stay", "case__facility"))
    rows = [shown(step, day, mine=may_work_on(officer, step)) for step in steps]
    now = next((row for row in rows if row.step.state == Step.State.OPEN), None)
    law = assessed(found.stay, day)
    detail = law.detail(found.right) if not law.problem else {}
    context = {
        "case": found,
        "person": found.stay.person,
        "stay": found.stay,
        "day": day,
        "steps": rows,
        "now": now,
        "decision": getattr(found, "decision", None),
        "groups": findings.groups(detail.get("findings", ())),
        "law": detail.get("law", ()),
        "problem": law.problem,
        "moved": _moved(found),
        "can_decide": now is not None and may_decide(officer, found),
    }
    if now is not None:
        context |= {"form": StepForm(now), "decide": DecisionForm(found, day)}
    return context | forms


def _moved(found: Case) -> list[dict[str, Any]]:
    """Return each date before and after the decision, for those that there are."""
    decision = getattr(found, "decision", None)
    if decision is None:
        return []
    before, after = decision.dates_before, decision.dates_after
    rows = [{"code": code, "before": before.get(code), "after": after.get(code)} for code in DATES]
    return [row for row in rows if row["before"] or row["after"]]

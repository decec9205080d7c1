"""Walks a case through its steps, as the offices would, up to a step."""

import datetime as dt

from teladan.people.models import Officer
from teladan.rights.models import Case, Hearing, Step
from teladan.rights.services import Vote, close_hearing, finish_step, plan_hearing, tick_document
from teladan.rights.tests.world import TODAY, now

USUAL = {
    "social_inquiry": "recommended",
    "recommendation": "sent",
    "approval": "approved",
    "regional_check": "verified",
    "directorate_check": "verified",
    "correction": "corrected",
    "handover": "handed_over",
}


def open_step(case: Case) -> Step:
    return case.steps.get(state="open")


def finish(case: Case, actor: Officer, result: str = "", day: dt.date = TODAY) -> Step:
    """Finish the open step of a case with its usual result."""
    step = open_step(case)
    if step.kind == "documents":
        step = tick_all(step, actor)
        result = "complete"
    return finish_step(
        step,
        result=result or USUAL[step.kind],
        note="",
        actor=actor,
        expected_version=step.version,
        now=now(day),
    )


def tick_all(step: Step, actor: Officer) -> Step:
    for line in step.checklist:
        step = tick_document(step, line["code"], done=True, actor=actor, expected_version=step.version)
    return step


def hear(case: Case, actor: Officer, vote: Vote | None = None, number: str = "TPP-1", day: dt.date = TODAY) -> Hearing:
    """Hold a hearing on one case with everybody present."""
    hearing = plan_hearing(case.facility, number=number, on=day, cases=[case], actor=actor)
    members = [member.pk for member in hearing.members.all()]
    votes = {item.pk: vote or Vote("agree") for item in hearing.items.all()}
    return close_hearing(
        hearing,
        present=members,
        votes=votes,
        minutes="Semua hadir.",
        signed=members,
        actor=actor,
        expected_version=hearing.version,
        now=now(day),
    )


def walk_to(case: Case, kind: str, actor: Officer, day: dt.date = TODAY) -> Step:
    """Bring a case to the step of this kind."""
    while (step := open_step(case)).kind != kind:
        if step.kind == "hearing":
            hear(case, actor, number=f"TPP-{case.pk}", day=day)
        else:
            finish(case, actor, day=day)
    return step

"""The letter about one case: granted, refused with its reason in law, closed, or with which office it is."""

import datetime as dt
from typing import Any

from django.utils import translation

from teladan.rights import findings
from teladan.rights.letters.decree import dates
from teladan.rights.letters.render import pdf
from teladan.rights.letters.words import cite, day, head, length, words
from teladan.rights.models import Case, Decision, Step
from teladan.rights.steps import spec_of


def case_letter_pdf(case: Case, on: dt.date, language: str = "id") -> bytes:
    """Return the letter about a case as it is, dated `on`."""
    with translation.override(language):
        return pdf("case_letter", _data(case, on, language))


def _data(case: Case, on: dt.date, language: str) -> dict[str, Any]:
    decision = Decision.objects.filter(case=case).first()
    text = words(language)
    stay = case.stay
    return head(case.facility, language) | {
        "on": day(on, language),
        "name": stay.person.name,
        "register_number": stay.register_number,
        "right": findings.right_title(case.right)[language],
        "date": day(decision.takes_effect if decision and decision.takes_effect else case.date, language),
        "length": length(case.length_days, language) if case.length_days else "",
        "ends": day(case.ends, language) if case.ends else "",
        "verdict": text[case.state],
        "number": decision.number if decision else "",
        "decided_on": day(decision.on, language) if decision else "",
        "reasons": _reasons(case, decision, language),
        "advice": _advice(decision, language),
        "dates": dates(decision, language) if decision and decision.outcome == Decision.Outcome.GRANTED else [],
        "steps": [_step(step, language) for step in case.steps.all()] if case.state == Case.State.OPEN else [],
        "law": [cite(law, language) for law in findings.law_of(case.right, case.date)],
        "receipt": decision.receipt if decision else "",
    }


def _reasons(case: Case, decision: Decision | None, language: str) -> list[dict[str, str]]:
    if case.state == Case.State.CLOSED:
        return [{"text": case.why_closed, "law": ""}]
    if decision is None or decision.outcome != Decision.Outcome.REFUSED:
        return []
    condition = findings.title_of(decision.criterion)[language]
    said = f"{condition}. {decision.reason}".strip()
    cites = [cite(law, language) for law in findings.law_of_criterion(case.right, decision.criterion, case.date)]
    return [{"text": said, "law": "; ".join(f"{each['text']} ({each['mark']})" for each in cites)}]


def _advice(decision: Decision | None, language: str) -> str:
    if decision is None or decision.outcome != Decision.Outcome.REFUSED:
        return ""
    return words(language)["contradicts" if decision.contradicts else "ask_again"]


def _step(step: Step, language: str) -> dict[str, Any]:
    return {
        "title": spec_of(step.case.right, step.kind).text[language],
        "office": str(Step.Office(step.office).label),
        "since": day(step.opened_on, language) if step.opened_on else "–",
        "due": _due(step, language),
        "open": step.state == Step.State.OPEN,
    }


def _due(step: Step, language: str) -> str:
    if step.state == Step.State.OPEN and step.due_on is None:
        return words(language)["no_limit"]
    return day(step.due_on, language) if step.state == Step.State.OPEN else str(Step.State(step.state).label)

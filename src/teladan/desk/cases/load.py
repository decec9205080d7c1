"""One case as the desk shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from teladan.desk.access import find
from teladan.desk.words import said, step_name
from teladan.rights.models import Case, Step
from teladan.rights.steps import DOCUMENTS, StepSpec, results_of, spec_of


@dataclass(frozen=True)
class Shown:
    """A step with its words: what it is, whose, until when by which law, what it can end in."""

    step: Step
    spec: StepSpec | None
    mine: bool
    documents: list[dict[str, Any]]
    days_lying: int | None

    @property
    def title(self) -> str:
        return step_name(self.step.kind)

    @property
    def result(self) -> str:
        found = results_of(self.step.kind).get(self.step.result)
        return said(found) if found else ""

    @property
    def note(self) -> str:
        return said(self.spec.law.note) if self.spec and self.spec.law.note else ""

    @property
    def results(self) -> list[tuple[str, str]]:
        return [(code, said(text)) for code, text in results_of(self.step.kind).items()]


def case_of(request: HttpRequest, uid: UUID) -> Case:
    """Return a case of the officer's own facility with its person; 404 otherwise."""
    rows = Case.objects.select_related("facility", "stay__person", "stay__standing", "occasion", "decision")
    return find(request, rows, uid=uid)


def shown(step: Step, day: date, *, mine: bool) -> Shown:
    lying = (day - step.opened_on).days if step.state == Step.State.OPEN and step.opened_on else None
    return Shown(step, _spec(step), mine, [_document(line) for line in step.checklist], lying)


def _spec(step: Step) -> StepSpec | None:
    try:
        return spec_of(step.case.right, step.kind)
    except KeyError:
        return None


def _document(line: dict[str, Any]) -> dict[str, Any]:
    text = DOCUMENTS.get(line["code"], {})
    return line | {"title": said(text) or line["code"]}

"""One case as the desk shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Subquery
from django.http import HttpRequest

from teladan.desk.access import find
from teladan.desk.officer import officer_of
from teladan.desk.words import criterion_title, said, step_name
from teladan.people.models import Document
from teladan.rights.models import Case, RightStanding, Step
from teladan.rights.services.opening import OPENS
from teladan.rights.steps import DOCUMENTS, StepSpec, results_of, spec_of

OPEN = Step.State.OPEN


@dataclass(frozen=True)
class Shown:
    """A step with its words: what it is, whose, until when by which law, what it can end in."""

    step: Step
    spec: StepSpec | None
    mine: bool
    documents: list[dict[str, Any]]
    day: date

    @property
    def title(self) -> str:
        return step_name(self.step.kind)

    @property
    def late(self) -> bool:
        """Whether the step is open and past its limit."""
        return self.step.state == OPEN and self.step.due_on is not None and self.step.due_on < self.day

    @property
    def days_lying(self) -> int:
        opened = self.step.opened_on
        return (self.day - opened).days if opened else 0

    @property
    def too_early(self) -> bool:
        """Whether this is a handover whose day has not come: the service would refuse it."""
        return self.step.kind == "handover" and self.day < self.step.case.date

    @property
    def papers(self) -> bool:
        """Whether the lines are papers to collect; else they are facts that end the step by themselves."""
        return self.step.kind == "documents"

    @property
    def missing(self) -> int:
        return sum(not line["done"] for line in self.documents)

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
    """Return a case of the officer's own facility with its person; 404 otherwise.

    Its steps are in `all_steps`. In the same query: `opened_for`, the day it was opened for; `running`, whether this
    right has a case that is open; `offered`, whether the law offers it.
    """
    same = {"stay": OuterRef("stay"), "right": OuterRef("right")}
    first = Case.history.model.objects.filter(id=OuterRef("pk")).order_by("history_date", "history_id")
    offered = RightStanding.objects.filter(standing__stay=OuterRef("stay"), right=OuterRef("right"))
    rows = Case.objects.select_related(
        "facility", "stay__person", "stay__standing", "occasion", "decision", "revocation"
    ).annotate(
        opened_for=Subquery(first.values("date")[:1]),
        running=Exists(Case.objects.filter(**same, state=Case.State.OPEN)),
        offered=Exists(offered.filter(status__in=OPENS, date__isnull=False)),
    )
    steps = Prefetch("steps", Step.objects.select_related("done_by"), to_attr="all_steps")
    found = find(request, rows.prefetch_related(steps), uid=uid)
    officer_of(request).facility = found.facility  # the same one, read already
    for step in found.all_steps:  # type: ignore[attr-defined]
        step.case = found
    return found


def open_step(case: Case) -> Step | None:
    """Return the step that is being worked on, None when the case has ended or waits."""
    return next((step for step in case.all_steps if step.state == OPEN), None)  # type: ignore[attr-defined]


def shown(step: Step, day: date, *, mine: bool, files: dict[int, Document] | None = None) -> Shown:
    lines = [_line(line, files or {}) for line in step.checklist]
    return Shown(step, _spec(step), mine, lines, day)


def files_of(case: Case, steps: list[Step]) -> dict[int, Document]:
    """Return the files that the checklists name, by their number: only those of this stay."""
    wanted = {line["document"] for step in steps for line in step.checklist if line.get("document")}
    return case.stay.documents.in_bulk(wanted) if wanted else {}


def line_of(step: Step, code: str) -> dict[str, Any] | None:
    """Return a line of the checklist with its words; None when the step has no such line to collect."""
    found = next((line for line in step.checklist if line["code"] == code), None)
    return _line(found, {}) if found and step.kind == "documents" else None


def _spec(step: Step) -> StepSpec | None:
    try:
        return spec_of(step.case.right, step.kind)
    except (KeyError, ValueError):
        return None


def _line(line: dict[str, Any], files: dict[int, Document]) -> dict[str, Any]:
    words = DOCUMENTS.get(line["code"])
    title = said(words) if words else criterion_title(line["code"])
    return line | {"title": title, "file": files.get(line.get("document") or 0)}

"""The steps of a new case: rows made from the step files, for this person's circumstances."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from teladan.people.models import Certificate, Document, Sentence, Stay, StayStatus, Verdict
from teladan.rights.clock import due_after
from teladan.rights.models import Case, Standing, Step
from teladan.rights.steps import StepSpec, flow_of, spec_of

ORDER_STEP = 100  # room between two steps for a correction loop


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides which documents are needed: circumstances by the codes of the step files, files in the register."""

    names: frozenset[str] = frozenset()
    documents: dict[str, int] = field(default_factory=dict)


def circumstances_of(stays: Iterable[Stay]) -> dict[int, Circumstances]:
    """Return stay id -> circumstances, in four queries whatever the number of stays (persons already read)."""
    stays = list(stays)
    ids = [stay.pk for stay in stays]
    names: dict[int, set[str]] = defaultdict(set)
    for pk, offence in Verdict.objects.filter(stay__in=ids).values_list("stay_id", "offence"):
        names[pk].add(offence)
    for pk in Sentence.objects.filter(verdict__stay__in=ids, fine_rp__gt=0).values_list("verdict__stay", flat=True):
        names[pk].add("fine")
    for pk in Certificate.objects.filter(stay__in=ids, kind="illness").values_list("stay_id", flat=True):
        names[pk].add("illness")
    for stay in stays:
        names[stay.pk] |= set() if stay.person.nationality == "ID" else {"foreigner"}
    documents = _documents(ids)
    return {pk: Circumstances(frozenset(names[pk]), documents[pk]) for pk in ids}


def _documents(stays: Sequence[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    rows = Document.objects.filter(stay__in=stays).order_by("added_at").values_list("stay_id", "kind", "pk")
    for stay, kind, document in rows:
        found[stay][kind] = document
    return found


def new_steps(
    case: Case, standing: Standing | None, around: Circumstances, missing: Sequence[str], opened_on: dt.date
) -> list[Step]:
    """Return the unsaved steps of a case (its stay already read), the first one open.

    `missing` names the criteria whose facts are not known: then the first step is to complete the facts.
    """
    specs = [spec_of(case.right, "complete_facts")] if missing else []
    specs += flow_of(case.right)
    steps = [_step(case, spec, place, around, missing) for place, spec in enumerate(specs, start=1)]
    start(steps[0], specs[0], standing, opened_on)
    return steps


def _step(case: Case, spec: StepSpec, place: int, around: Circumstances, missing: Sequence[str]) -> Step:
    checklist = facts_checklist(missing) if spec.kind == "complete_facts" else _checklist(spec, around)
    return Step(case=case, order=place * ORDER_STEP, kind=spec.kind, office=spec.office, checklist=checklist)


def facts_checklist(missing: Sequence[str]) -> list[dict]:
    """Return one line a criterion whose facts are missing."""
    return [{"code": criterion, "done": False} for criterion in missing]


def _checklist(spec: StepSpec, around: Circumstances) -> list[dict]:
    lines = []
    for document in spec.documents:
        if document.when in around.names | {None}:
            pk = around.documents.get(document.register_kind or "")
            lines.append({"code": document.code, "done": pk is not None, "document": pk})
    return lines


def start(step: Step, spec: StepSpec, standing: Standing | None, opened_on: dt.date) -> None:
    """Open a step: its clock starts on `opened_on`. Does not save."""
    step.state = Step.State.OPEN
    step.opened_on = opened_on
    step.due_on = due_on(spec, step.case, standing, opened_on)


def due_on(spec: StepSpec, case: Case, standing: Standing | None, opened_on: dt.date) -> dt.date | None:
    """Return the last day by the law's limit; None when no limit is known or it lies before the step began."""
    child = case.stay.status == StayStatus.CHILD
    if spec.by == "right_date":
        return max(case.date, opened_on)
    if spec.by == "half":
        limit = standing and (standing.one_third if child else standing.half)
        return limit if limit and limit >= opened_on else None
    days = spec.days_for(child=child)
    return None if days is None else due_after(opened_on, days, spec.day_kind)

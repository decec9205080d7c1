"""How cases go from step to step, end, and begin again. Rows only: the acts are checked by who calls.

Everything takes many cases at once, because a remission day moves hundreds together.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from teladan.people.models import Officer
from teladan.rights import records
from teladan.rights.models import Case, RightStanding, Standing, Step
from teladan.rights.services.steps_of_case import start
from teladan.rights.steps import spec_of

UNFINISHED = (Step.State.OPEN, Step.State.WAITING)
DONE_FIELDS = ("state", "result", "note", "done_at", "done_by", "checklist")


def finish(steps: Sequence[Step], actor: Officer | None, reason: str, opened_on: dt.date) -> None:
    """Keep steps whose result, note and time are set as done, and open the next step of each case."""
    for step in steps:
        step.state = Step.State.DONE
    records.update_many(Step, steps, DONE_FIELDS, actor=actor, reason=reason)
    open_next([step.case for step in steps], opened_on, actor)


def open_next(cases: Sequence[Case], opened_on: dt.date, actor: Officer | None) -> list[Step]:
    """Open the first waiting step of each case and start its clock; a case without one gets none."""
    if not cases:
        return []
    by_key = {case.pk: case for case in cases}
    halves = _standings(cases)
    first: dict[int, Step] = {}
    for step in _steps(cases, [Step.State.WAITING]):
        if first.setdefault(step.case_id, step) is step:
            step.case = case = by_key[step.case_id]
            start(step, spec_of(case.right, step.kind), halves.get(case.stay_id), opened_on)
    records.update_many(
        Step, list(first.values()), ("state", "opened_on", "due_on"), actor=actor, reason="Giliran tahap ini"
    )
    return list(first.values())


def _standings(cases: Iterable[Case]) -> dict[int, Standing]:
    found: dict[int, Standing] = {}
    for batch in records.batches(sorted({case.stay_id for case in cases})):
        found |= {row.stay_id: row for row in Standing.objects.filter(stay__in=batch)}
    return found


def _steps(cases: Sequence[Case], states: Sequence[str]) -> list[Step]:
    found: list[Step] = []
    for batch in records.batches(cases):
        rows = Step.objects.filter(case__in=[case.pk for case in batch], state__in=states)
        found += rows.order_by("case_id", "order")
    return found


def unfinished(cases: Sequence[Case], **more: Any) -> list[int]:
    """Return the keys of the open and waiting steps of these cases, in order; `more` narrows them."""
    found: list[int] = []
    for batch in records.batches(cases):
        rows = Step.objects.filter(case__in=[case.pk for case in batch], state__in=UNFINISHED, **more)
        found += rows.order_by("case_id", "order").values_list("pk", flat=True)
    return found


def close(cases: Sequence[Case], reason: str, actor: Officer | None, now: dt.datetime) -> None:
    """Close cases for one reason (a code); the steps not done are skipped."""
    skip_rest(cases, actor, reason)
    records.set_many(
        Case, cases, actor=actor, reason=reason, state=Case.State.CLOSED, closed_at=now, close_reason=reason
    )


def skip_rest(cases: Sequence[Case], actor: Officer | None, reason: str) -> None:
    """Skip every unfinished step of these cases."""
    records.set_by_key(Step, unfinished(cases), actor=actor, reason=reason, state=Step.State.SKIPPED)


def reopen(case: Case, right: RightStanding, as_of: dt.date, actor: Officer | None) -> None:
    """Open a closed case again where it stopped: the first skipped step opens, the rest wait."""
    reason = "Dibuka kembali: hak berlaku lagi"
    records.save(
        case,
        actor=actor,
        reason=reason,
        state=Case.State.OPEN,
        closed_at=None,
        close_reason="",
        date=right.date,
        ends=right.ends,
        length_days=right.length_days,
    )
    skipped = _steps([case], [Step.State.SKIPPED])
    records.set_many(Step, skipped, actor=actor, reason=reason, state=Step.State.WAITING, opened_on=None, due_on=None)
    open_next([case], as_of, actor)

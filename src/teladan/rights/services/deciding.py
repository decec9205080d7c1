"""The decision of one case. A grant changes the register and the dates at once; a refusal names the law."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people import services as people
from teladan.people.models import Officer, Remission
from teladan.people.queries import facts_of
from teladan.rights import actions, day, findings, records
from teladan.rights.catalogue import LEAVING_FOR_GOOD, is_remission
from teladan.rights.errors import RightsError
from teladan.rights.grants import remission_rows
from teladan.rights.models import Case, Decision, Step
from teladan.rights.services import following, moving
from teladan.rights.services.leaving import number_missing
from teladan.rights.timelines import timeline_of

# A refusal comes after the team was heard, never before.
AFTER_THE_HEARING = {"recommendation", "approval", "regional_check", "directorate_check", "correction", "decision"}


@transaction.atomic
def decide(  # noqa: PLR0913 - each is asked of the officer
    case: Case,
    *,
    outcome: str,
    number: str,
    on: dt.date,
    criterion: str = "",
    reason: str = "",
    actor: Officer | None,
    expected_version: int,
    now: dt.datetime,
) -> Decision:
    """Record the decision on a case and return it, with the dates before and after.

    Granted: a remission enters the register and every date moves in the same transaction; a leave waits for its
    handover. Refused: `criterion` is one of this right's law. Raises RightsError, Stale.
    """
    ledger.lock(case.facility)
    case = _lock(case, expected_version)
    step = _open_step(case)
    _refuse_wrong(case, step, outcome, number, on, criterion)
    today = timezone.localdate(now)
    effect = max(case.date, on)
    judged = max(today, effect)  # a decree signed before its day shows what it will do on that day
    before = timeline_of(case.stay, judged)
    state = Case.State.GRANTED if outcome == Decision.Outcome.GRANTED else Case.State.REFUSED
    _end(case, step, state, number, actor, now)
    if state == Case.State.GRANTED:
        _grant(case, number, actor, now)
    decision = Decision(
        case=case,
        outcome=outcome,
        on=on,
        number=number.strip(),
        length_days=case.length_days,
        takes_effect=effect if state == Case.State.GRANTED else None,
        criterion=criterion if state == Case.State.REFUSED else "",
        reason=reason.strip(),
        contradicts=state == Case.State.REFUSED and contradicts(case, criterion, today),
        dates_before=before,
        dates_after=timeline_of(case.stay, judged),
        receipt=_receipt(case, outcome, criterion, on, actor),
    )
    return records.create_many(Decision, [decision], actor=actor, reason=reason.strip() or number)[0]


def _lock(case: Case, expected_version: int) -> Case:
    found = records.locked(Case, case.pk, expected_version)
    if found.state != Case.State.OPEN:
        raise RightsError(
            found,
            "not_open",
            id="Perkara ini sudah selesai. Muat ulang halaman untuk melihat keputusannya.",
            en="This case is over. Reload the page to see its decision.",
        )
    return found


def _open_step(case: Case) -> Step:
    step = case.steps.select_for_update().get(state=Step.State.OPEN)
    step.case = case
    return step


def _refuse_wrong(case: Case, step: Step, outcome: str, number: str, on: dt.date, criterion: str) -> None:  # noqa: PLR0913, PLR0917
    if not number.strip():
        raise number_missing(case)
    if on < timezone.localdate(case.opened_at):
        raise RightsError(
            case,
            "decided_before_opened",
            id="Tanggal keputusan lebih awal dari dibukanya perkara, {opened}. Periksa tanggalnya.",
            en="The decision is dated before the case opened, {opened}. Check the date.",
            field="on",
            opened=timezone.localdate(case.opened_at),
        )
    if outcome == Decision.Outcome.REFUSED:
        refuse_without_law(case, criterion)
    allowed = {"decision"} if outcome == Decision.Outcome.GRANTED else AFTER_THE_HEARING
    if step.kind not in allowed:
        raise RightsError(
            case,
            "steps_not_done",
            id="Masih ada tahap sebelum keputusan yang belum selesai. Selesaikan tahap yang sedang berjalan.",
            en="There are steps before the decision that are not done. Finish the step that is open.",
        )


def refuse_without_law(case: Case, criterion: str) -> None:
    """Raise RightsError unless the criterion belongs to the law of this case's right."""
    if criterion not in findings.criteria_of(case.right):
        raise RightsError(
            case,
            "no_reason_in_law",
            id="Penolakan harus menyebut syarat hukum hak ini yang tidak terpenuhi. Pilih syaratnya.",
            en="A refusal names the condition of this right's law that is not met. Choose it.",
            field="criterion",
        )


def contradicts(case: Case, criterion: str, today: dt.date) -> bool:
    """Return whether the law, asked now, shows as met what the refusal says is not."""
    as_of = case.date if is_remission(case.right) else today
    found = findings.find(facts_of([case.stay], as_of), as_of)[0]
    right = found.rights.get(case.right)
    return right is not None and criterion not in {*right.failed, *right.unknown}


def _end(  # noqa: PLR0913, PLR0917
    case: Case, step: Step, state: str, number: str, actor: Officer | None, now: dt.datetime
) -> None:
    step.result, step.done_at, step.done_by = ("granted" if state == Case.State.GRANTED else "refused"), now, actor
    step.state = Step.State.DONE
    records.update_many(Step, [step], moving.DONE_FIELDS, actor=actor, reason=number)
    records.save(case, actor=actor, reason=number, state=state, closed_at=now)
    if state == Case.State.GRANTED:
        moving.open_next([case], timezone.localdate(now), actor)  # the handover of a leave
    else:
        moving.skip_rest([case], actor, number)


def _grant(case: Case, number: str, actor: Officer | None, now: dt.datetime) -> None:
    today = timezone.localdate(now)
    if is_remission(case.right):
        rows = [(case.stay, row) for row in remission_rows(case, number, today)]
        with day.judged_on(today):  # the register tells us of the change, and every date moves
            people.add_many(Remission, rows, actor=actor, why=number, today=today)
    if case.right in LEAVING_FOR_GOOD:
        _close_the_others(case, actor, now)


def _close_the_others(case: Case, actor: Officer | None, now: dt.datetime) -> None:
    rows = Case.objects.filter(stay=case.stay_id, right__in=LEAVING_FOR_GOOD, state=Case.State.OPEN)
    others = list(rows.exclude(pk=case.pk))
    if others:
        moving.close(others, following.OTHER_LEAVE, actor, now)
        acts = [following.act(actions.CASE_CLOSED, each, reason=following.OTHER_LEAVE) for each in others]
        ledger.append_many(facility=case.facility, actor=actor, acts=acts)


def _receipt(case: Case, outcome: str, criterion: str, on: dt.date, actor: Officer | None) -> str:
    act = following.act(
        actions.DECIDED, case, outcome=outcome, on=on.isoformat(), days=case.length_days, criterion=criterion
    )
    return ledger.append_many(facility=case.facility, actor=actor, acts=[act])[0].leaf_hash

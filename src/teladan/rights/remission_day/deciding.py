"""The decree of a remission day: everybody's remission and dates in one transaction."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.ledger.services import Act
from teladan.people import changes
from teladan.people import services as people
from teladan.people.models import Officer, Remission, Stay
from teladan.rights import actions, day, records
from teladan.rights.errors import RightsError
from teladan.rights.grants import remission_rows
from teladan.rights.models import Case, Decision, Occasion, Step
from teladan.rights.remission_day.proposal import propose
from teladan.rights.remission_day.telling import Tell, silent
from teladan.rights.services import moving
from teladan.rights.services.deciding import contradicts, refuse_without_law
from teladan.rights.services.following import act
from teladan.rights.services.leaving import number_missing
from teladan.rights.timelines import timelines_of

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Except:
    """A case that the decree leaves out: the condition of the law, and why."""

    criterion: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """A case of the occasion that today's facts would decide otherwise. `days` 0: not at all, by `criterion`."""

    case: Case
    days: int
    criterion: str = ""


def differences(occasion: Occasion) -> list[Difference]:
    """Return the open cases whose amount would be another by what the register knows now, in one call of the law."""
    proposal = propose(occasion.facility, occasion.right, occasion.grant_day, occasion.religion or None)
    now = {(each.stay.pk, grant.right): grant.days for each in proposal.granted for grant in each.grants}
    cases = list(_open_cases(occasion))
    why = {each.stay.pk: each.reasons[0].criterion for each in proposal.not_granted if each.reasons}
    pairs = [(case, now.get((case.stay_id, case.right), 0)) for case in cases]
    return [
        Difference(case, days, "" if days else why.get(case.stay_id, ""))
        for case, days in pairs
        if days != case.length_days
    ]


@transaction.atomic
def decide_occasion(  # noqa: PLR0913 - each is asked of the officer
    occasion: Occasion,
    *,
    decree_number: str,
    on: dt.date,
    actor: Officer | None,
    except_for: Mapping[int, Except] | None = None,
    now: dt.datetime,
    tell: Tell = silent,
) -> Occasion:
    """Grant every open case of the occasion but those in `except_for` (by case id), and recalculate everybody.

    Writes the remissions, the decisions with dates before and after, the ledger; all or nothing. Deciding again with
    the same number changes nothing; with another it is refused. Raises RightsError.
    """
    ledger.lock(occasion.facility)
    occasion = Occasion.objects.select_for_update(of=("self",)).select_related("facility").get(pk=occasion.pk)
    number = decree_number.strip()
    if occasion.state == Occasion.State.DECIDED and occasion.decree_number == number:
        return occasion
    _refuse_wrong(occasion, number)
    cases = list(_open_cases(occasion).select_for_update(of=("self",)))
    today = timezone.localdate(now)
    refused = _refused(cases, except_for or {})
    granted = [case for case in cases if case.pk not in refused]
    stays = list({case.stay_id: case.stay for case in cases}.values())
    judged = max(today, occasion.grant_day)
    odd = {pk for pk, each in refused.items() if contradicts(_of(cases, pk), each.criterion, today)}
    before = _timelines(stays, judged)
    tell("cases")
    _end(granted, Case.State.GRANTED, number, actor, now)
    _end([case for case in cases if case.pk in refused], Case.State.REFUSED, number, actor, now)
    # Decided first: a day that is decided does not follow what its own remissions change.
    _mark_decided(occasion, number, on, actor)
    tell("register")
    _write_remissions(granted, number, actor, today)
    tell("decisions")
    after = _timelines(stays, judged)
    decisions = [_decision(case, refused.get(case.pk), number, on, before, after) for case in cases]
    for decision in decisions:
        decision.contradicts = decision.case_id in odd
    _keep(occasion, decisions, number, actor)
    return occasion


def _refuse_wrong(occasion: Occasion, number: str) -> None:
    if not number:
        raise number_missing(None)
    if occasion.state == Occasion.State.DECIDED:
        raise RightsError(
            None,
            "decided",
            id="Sudah diputus dengan nomor {number}.",
            en="Decided already under number {number}.",
            field="decree_number",
            number=occasion.decree_number,
        )


def _open_cases(occasion: Occasion) -> "QuerySet[Case]":
    cases = Case.objects.filter(occasion=occasion, state=Case.State.OPEN)
    return cases.select_related("stay__person", "stay__facility", "facility").order_by("pk")


def _mark_decided(occasion: Occasion, number: str, on: dt.date, actor: Officer | None) -> None:
    occasion.state, occasion.decree_number = Occasion.State.DECIDED, number
    occasion.decided_on, occasion.decided_by = on, actor
    occasion.save()


def _refused(cases: Sequence[Case], except_for: Mapping[int, Except]) -> dict[int, Except]:
    by_key = {case.pk: case for case in cases}
    for pk, exception in except_for.items():
        if pk not in by_key:
            raise RightsError(
                None,
                "not_of_this_day",
                id="Salah satu pengecualian bukan perkara yang berjalan pada hari remisi ini.",
                en="One of the exceptions is not an open case of this remission day.",
                field="except_for",
            )
        refuse_without_law(by_key[pk], exception.criterion)
    return dict(except_for)


def _of(cases: Sequence[Case], pk: int) -> Case:
    return next(case for case in cases if case.pk == pk)


def _timelines(stays: Sequence[Stay], as_of: dt.date) -> dict[int, dict[str, Any]]:
    return dict(zip([stay.pk for stay in stays], timelines_of(stays, as_of), strict=True))


def _end(cases: Sequence[Case], state: str, number: str, actor: Officer | None, now: dt.datetime) -> None:
    if not cases:
        return
    decided = moving.unfinished(cases, kind="decision")
    result = "granted" if state == Case.State.GRANTED else "refused"
    done = {"state": Step.State.DONE, "result": result, "done_at": now, "done_by": actor, "note": number}
    records.set_by_key(Step, decided, actor=actor, reason=number, **done)
    moving.skip_rest(cases, actor, number)
    records.set_many(Case, cases, actor=actor, reason=number, state=state, closed_at=now)


def _write_remissions(cases: Sequence[Case], number: str, actor: Officer | None, today: dt.date) -> None:
    rows = [(case.stay, values) for case in cases for values in remission_rows(case, number, today)]
    with day.judged_on(today), changes.gathered():
        people.add_many(Remission, rows, actor=actor, why=number, today=today)


def _decision(  # noqa: PLR0913, PLR0917
    case: Case,
    refused: Except | None,
    number: str,
    on: dt.date,
    before: Mapping[int, dict[str, Any]],
    after: Mapping[int, dict[str, Any]],
) -> Decision:
    return Decision(
        case=case,
        outcome=Decision.Outcome.REFUSED if refused else Decision.Outcome.GRANTED,
        on=on,
        number=number,
        length_days=case.length_days,
        takes_effect=None if refused else case.date,
        criterion=refused.criterion if refused else "",
        reason=refused.reason if refused else "",
        dates_before=before[case.stay_id],
        dates_after=after[case.stay_id],
    )


def _keep(occasion: Occasion, decisions: Sequence[Decision], number: str, actor: Officer | None) -> None:
    granted = sum(decision.outcome == Decision.Outcome.GRANTED for decision in decisions)
    summary = {"on": str(occasion.decided_on), "granted": granted, "refused": len(decisions) - granted}
    acts = [_act(decision) for decision in decisions]
    acts.append(Act(actions.OCCASION_DECIDED, f"occasion:{occasion.uid}", summary))
    entries = ledger.append_many(facility=occasion.facility, actor=actor, acts=acts)
    for decision, entry in zip(decisions, entries, strict=False):
        decision.receipt = entry.leaf_hash
    records.create_many(Decision, decisions, actor=actor, reason=number)


def _act(decision: Decision) -> Act:
    return act(
        actions.DECIDED,
        decision.case,
        outcome=str(decision.outcome),
        on=decision.on.isoformat(),
        days=decision.length_days,
        criterion=decision.criterion,
    )

"""The cases of a remission day: made from the proposal, brought up to it, closed with the reason."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from teladan.law import LAW_VERSION
from teladan.people.models import Officer, Stay
from teladan.rights import records
from teladan.rights.models import Case, Occasion, Step
from teladan.rights.remission_day.proposal import Candidate, Grant
from teladan.rights.services.steps_of_case import circumstances_of, new_steps

Pair = tuple[Candidate, Grant]
FOLLOWING = ("length_days", "detail", "facts_hash", "law_version", "as_of")


def make(
    occasion: Occasion, pairs: Sequence[Pair], *, actor: Officer | None, reason: str, now: dt.datetime
) -> list[Case]:
    """Write a case with its steps for each remission."""
    cases = [_case(occasion, candidate, grant, now) for candidate, grant in pairs]
    records.create_many(Case, cases, actor=actor, reason=reason)
    records.create_many(Step, _steps(pairs, cases, timezone.localdate(now)), actor=actor, reason=reason)
    return cases


def _case(occasion: Occasion, candidate: Candidate, grant: Grant, now: dt.datetime) -> Case:
    case = Case(
        facility_id=occasion.facility_id,
        stay=candidate.stay,
        right=grant.right,
        occasion=occasion,
        occurrence=occasion.grant_day.isoformat(),
        date=occasion.grant_day,
        opened_at=now,
        as_of=occasion.grant_day,
    )
    take_over(case, candidate, grant)
    return case


def take_over(case: Case, candidate: Candidate, grant: Grant) -> bool:
    """Give a case what the law says now; return whether that is something else. Does not save."""
    detail = {"rung": grant.rung, "part": candidate.part, "free": candidate.free, "grants": list(grant.parts)}
    if (case.length_days, case.detail) == (grant.days, detail):
        return False
    case.length_days, case.detail = grant.days, detail
    case.facts_hash, case.law_version, case.as_of = candidate.facts_hash, LAW_VERSION, case.date
    return True


def _steps(pairs: Sequence[Pair], cases: Sequence[Case], today: dt.date) -> list[Step]:
    stays: dict[int, Stay] = {candidate.stay.pk: candidate.stay for candidate, _grant in pairs}
    around = circumstances_of(stays.values())
    return [step for case in cases for step in new_steps(case, None, around[case.stay_id], (), today)]

"""One action makes the cases of a remission day, all in one transaction; pressed again it makes nothing twice."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from teladan.law import LAW_VERSION
from teladan.ledger import services as ledger
from teladan.ledger.services import Act
from teladan.people.models import Facility, Officer, Stay
from teladan.rights import actions, records
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Occasion, Step
from teladan.rights.remission_day.proposal import Candidate, Grant, Proposal, propose
from teladan.rights.services.following import act
from teladan.rights.services.steps_of_case import circumstances_of, new_steps

REASON = "Usulan remisi bersama"


@transaction.atomic
def open_occasion(  # noqa: PLR0913 - each is asked of the officer
    facility: Facility,
    right: str,
    grant_day: dt.date,
    *,
    religion: str = "",
    actor: Officer | None,
    now: dt.datetime,
) -> Occasion:
    """Make a case for every remission of the day and return the occasion; again: the one that is there.

    What is proposed is computed here, under the lock, and not taken from a page. Raises RightsError when nobody gets
    a remission on that day.
    """
    ledger.lock(facility)
    known = {"facility": facility, "right": right, "religion": religion, "grant_day": grant_day}
    if there := Occasion.objects.filter(**known).first():
        return there
    proposal = propose(facility, right, grant_day, religion or None)
    if not proposal.granted:
        raise _nobody(proposal)
    occasion = Occasion.objects.create(**known, made_at=now, made_by=actor)
    _make_cases(occasion, proposal, actor, now)
    return occasion


def _nobody(proposal: Proposal) -> RightsError:
    return RightsError(
        None,
        "nobody",
        id="Tidak ada yang memenuhi syarat remisi pada {day}. Lihat alasannya pada daftar.",
        en="Nobody meets the conditions of a remission on {day}. See the reasons in the list.",
        day=proposal.grant_day,
    )


def _make_cases(occasion: Occasion, proposal: Proposal, actor: Officer | None, now: dt.datetime) -> None:
    there = _cases_there(occasion)
    pairs = [
        (candidate, grant)
        for candidate in proposal.granted
        for grant in candidate.grants
        if (candidate.stay.pk, grant.right) not in there
    ]
    cases = [_case(occasion, candidate, grant, now) for candidate, grant in pairs]
    records.create_many(Case, cases, actor=actor, reason=REASON)
    records.create_many(Step, _steps(pairs, cases, timezone.localdate(now)), actor=actor, reason=REASON)
    acts = [Act(actions.OCCASION_OPENED, f"occasion:{occasion.uid}", _summary(occasion, proposal))]
    acts += [act(actions.CASE_OPENED, case, days=case.length_days) for case in cases]
    ledger.append_many(facility=occasion.facility, actor=actor, acts=acts)


def _cases_there(occasion: Occasion) -> set[tuple[int, str]]:
    day = occasion.grant_day.isoformat()
    return set(Case.objects.filter(facility=occasion.facility_id, occurrence=day).values_list("stay_id", "right"))


def _case(occasion: Occasion, candidate: Candidate, grant: Grant, now: dt.datetime) -> Case:
    return Case(
        facility_id=occasion.facility_id,
        stay=candidate.stay,
        right=grant.right,
        occasion=occasion,
        occurrence=occasion.grant_day.isoformat(),
        date=occasion.grant_day,
        length_days=grant.days,
        opened_at=now,
        as_of=occasion.grant_day,
        facts_hash=candidate.facts_hash,
        law_version=LAW_VERSION,
        detail={"rung": grant.rung, "part": candidate.part, "free": candidate.free, "grants": list(grant.parts)},
    )


def _steps(pairs: Sequence[tuple[Candidate, Grant]], cases: Sequence[Case], today: dt.date) -> list[Step]:
    stays: dict[int, Stay] = {candidate.stay.pk: candidate.stay for candidate, _grant in pairs}
    around = circumstances_of(stays.values())
    steps = []
    for case in cases:
        steps += new_steps(case, None, around[case.stay_id], (), today)
    return steps


def _summary(occasion: Occasion, proposal: Proposal) -> dict[str, str | int]:
    return {
        "right": occasion.right,
        "religion": occasion.religion,
        "day": occasion.grant_day.isoformat(),
        "granted": len(proposal.granted),
        "needs_facts": len(proposal.needs_facts),
        "not_granted": len(proposal.not_granted),
    }

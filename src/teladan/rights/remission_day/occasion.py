"""One action makes the cases of a remission day, all in one transaction; pressed again it makes nothing twice."""

import datetime as dt

from django.db import transaction

from teladan.ledger import services as ledger
from teladan.ledger.services import Act
from teladan.people.models import Facility, Officer
from teladan.rights import actions
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Occasion
from teladan.rights.remission_day.making import Pair, make
from teladan.rights.remission_day.proposal import Proposal, propose
from teladan.rights.remission_day.telling import Tell, silent
from teladan.rights.services.following import act

REASONS = {
    Occasion.How.OFFICER: "Usulan remisi bersama",
    Occasion.How.NIGHT: "Dibuka oleh sistem, malam: hari remisi mendekat",
    Occasion.How.CHANGE: "Dibuka oleh sistem setelah perubahan data: hari remisi mendekat",
}


@transaction.atomic
def open_occasion(  # noqa: PLR0913 - each is asked of the officer
    facility: Facility,
    right: str,
    grant_day: dt.date,
    *,
    religion: str = "",
    actor: Officer | None,
    now: dt.datetime,
    how: str = Occasion.How.OFFICER,
    tell: Tell = silent,
) -> Occasion:
    """Make a case for every remission of the day and return the occasion; again: the one that is there.

    What is proposed is computed here, under the lock, and not taken from a page. `how` says who opens it. Raises
    RightsError when nobody gets a remission on that day.
    """
    ledger.lock(facility)
    known = {"facility": facility, "right": right, "religion": religion, "grant_day": grant_day}
    if there := Occasion.objects.filter(**known).first():
        return there
    tell("compute")
    proposal = propose(facility, right, grant_day, religion or None)
    if not proposal.granted:
        raise _nobody(proposal)
    tell("cases")
    occasion = Occasion.objects.create(**known, made_at=now, made_by=actor, how=how)
    cases = make(occasion, _missing(occasion, proposal), actor=actor, reason=REASONS[Occasion.How(how)], now=now)
    tell("ledger")
    _write_ledger(occasion, proposal, cases, actor)
    return occasion


def _nobody(proposal: Proposal) -> RightsError:
    return RightsError(
        None,
        "nobody",
        id="Tidak ada yang memenuhi syarat remisi pada {day}. Lihat alasannya pada daftar.",
        en="Nobody meets the conditions of a remission on {day}. See the reasons in the list.",
        day=proposal.grant_day,
    )


def _missing(occasion: Occasion, proposal: Proposal) -> list[Pair]:
    day = occasion.grant_day.isoformat()
    there = set(Case.objects.filter(facility=occasion.facility_id, occurrence=day).values_list("stay_id", "right"))
    pairs = [(candidate, grant) for candidate in proposal.granted for grant in candidate.grants]
    return [(candidate, grant) for candidate, grant in pairs if (candidate.stay.pk, grant.right) not in there]


def _write_ledger(occasion: Occasion, proposal: Proposal, cases: list[Case], actor: Officer | None) -> None:
    acts = [Act(actions.OCCASION_OPENED, f"occasion:{occasion.uid}", _summary(occasion, proposal))]
    acts += [act(actions.CASE_OPENED, case, days=case.length_days) for case in cases]
    ledger.append_many(facility=occasion.facility, actor=actor, acts=acts)


def _summary(occasion: Occasion, proposal: Proposal) -> dict[str, str | int]:
    return {
        "right": occasion.right,
        "religion": occasion.religion,
        "day": occasion.grant_day.isoformat(),
        "how": str(occasion.how),
        "granted": len(proposal.granted),
        "needs_facts": len(proposal.needs_facts),
        "not_granted": len(proposal.not_granted),
    }

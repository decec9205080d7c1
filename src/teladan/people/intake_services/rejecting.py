"""An officer puts a proposal aside; the file stays with it."""

import datetime as dt

from teladan.people.intake_services.acts import REJECTED
from teladan.people.intake_services.confirming import refuse_decided
from teladan.people.models import IntakeProposal, Officer
from teladan.people.services.rows import locked, refuse_stale
from teladan.people.services.writing import writing


def reject(
    proposal: IntakeProposal,
    *,
    actor: Officer,
    why: str,
    expected_version: int,
    today: dt.date | None = None,
) -> IntakeProposal:
    """Reject a waiting proposal and return it; pressed twice, it is rejected once."""
    with writing(proposal.batch.facility, actor, why, today) as act:
        current: IntakeProposal = locked(proposal)
        if current.state == IntakeProposal.State.REJECTED:
            return current
        refuse_stale(current, expected_version)
        refuse_decided(current)
        current.state = IntakeProposal.State.REJECTED
        act.update(current, None, {"state"})
        act.say(REJECTED, f"proposal:{current.uid}", {})
    return current

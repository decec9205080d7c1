"""Whose hand finishes a step: its own office; the registrar records the answers of offices outside."""

from typing import Any

from teladan.desk.roles import may
from teladan.people.models.facility import Role
from teladan.rights.catalogue import LEAVES, LEAVING_FOR_GOOD
from teladan.rights.models import Case, Step
from teladan.rights.services.deciding import AFTER_THE_HEARING

HANDS = {
    Step.Office.REGISTRAR: Role.REGISTRAR,
    Step.Office.CASE_OFFICER: Role.CASE_OFFICER,
    Step.Office.HEARING_TEAM: Role.HEARING_TEAM,
    Step.Office.HEAD: Role.HEAD,
    Step.Office.PROBATION_OFFICE: Role.REGISTRAR,
    Step.Office.REGIONAL_OFFICE: Role.REGISTRAR,
    Step.Office.DIRECTORATE: Role.REGISTRAR,
}


def may_work_on(officer: Any, step: Step) -> bool:
    """Return whether this officer may finish this step. A case officer works for own wards only."""
    if not may(officer, "cases.work", step) or officer.role != HANDS[Step.Office(step.office)]:
        return False
    return officer.role != Role.CASE_OFFICER or step.case.stay.case_officer_id == officer.pk


def may_decide(officer: Any, case: Case, step: Step | None) -> bool:
    """Return whether this officer may record the decision of a case now. One of a remission day is decided with all."""
    ripe = step is not None and case.state == Case.State.OPEN and step.kind in AFTER_THE_HEARING
    return ripe and case.occasion_id is None and may(officer, "decisions.work", case)


def may_revoke(officer: Any, case: Case) -> bool:
    """Return whether this officer may record the revocation of this leave: begun, and not revoked yet."""
    begun = case.state == Case.State.GRANTED and case.right in LEAVING_FOR_GOOD and case.stay.released_on is not None
    return begun and not hasattr(case, "revocation") and may(officer, "leaves.work", case)


def may_open_again(officer: Any, case: Case, step: Step | None) -> bool:
    """Return whether this officer may open this leave once more: it ended, and the law offers it again.

    A leave that is granted and not handed over yet (`step` is open) has not ended.
    """
    ended = step is None and case.state != Case.State.OPEN and case.right in LEAVES and case.stay.released_on is None
    return ended and case.offered and not case.running and may(officer, "leaves.work", case)  # type: ignore[attr-defined]

"""Whose hand finishes a step: its own office; the registrar records the answers of offices outside."""

from typing import Any

from teladan.desk.roles import may
from teladan.people.models.facility import Role
from teladan.rights.models import Case, Step

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


def may_decide(officer: Any, case: Case) -> bool:
    """Return whether this officer may record the decision of a case."""
    return may(officer, "decisions.work", case)

"""What comes next, a few lines of each: the lists have the rest."""

from datetime import date

from django.db.models import F

from teladan.desk.lists.steps import open_steps
from teladan.desk.officer import facility_here
from teladan.people.models import Officer
from teladan.people.models.facility import Role
from teladan.rights import queries
from teladan.rights.models import Standing, Step

FEW = 8
# The office whose steps a role does; other roles see every office's.
OFFICES = {
    Role.REGISTRAR: Step.Office.REGISTRAR,
    Role.CASE_OFFICER: Step.Office.CASE_OFFICER,
    Role.HEARING_TEAM: Step.Office.HEARING_TEAM,
    Role.HEAD: Step.Office.HEAD,
}


def steps(officer: Officer) -> list[Step]:
    """Return the open steps of the officer's own office, the most pressing first."""
    rows = open_steps(officer).select_related("case__stay__person")
    if office := OFFICES.get(Role(officer.role)):
        rows = rows.filter(office=office)
    return list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:FEW])


def releases(officer: Officer, day: date) -> list[Standing]:
    """Return who goes home within 90 days, the nearest first."""
    return list(queries.releases(facility_here(officer), day, 90)[:FEW])


def orders(officer: Officer, day: date) -> list[Standing]:
    """Return detainees whose order ends within 10 days, the nearest first."""
    return list(queries.detentions_ending(facility_here(officer), day, 10)[:FEW])

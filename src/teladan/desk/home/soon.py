"""What comes next, a few lines of each: the lists have the rest."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from teladan.desk.lists import detention
from teladan.desk.lists.steps import open_steps
from teladan.people.models import Officer, Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Step

FEW = 8
# The office whose steps a role does; other roles see every office's.
OFFICES = {
    Role.REGISTRAR: Step.Office.REGISTRAR,
    Role.CASE_OFFICER: Step.Office.CASE_OFFICER,
    Role.HEARING_TEAM: Step.Office.HEARING_TEAM,
    Role.HEAD: Step.Office.HEAD,
}


def steps(officer: Officer, _day: date) -> QuerySet[Step]:
    """Return the open steps of the officer's own office, the most pressing first."""
    rows = open_steps(officer).select_related("case__stay__person")
    if office := OFFICES.get(Role(officer.role)):
        rows = rows.filter(office=office)
    return rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:FEW]


def releases(officer: Officer, day: date) -> QuerySet[Stay]:
    """Return who goes home within 90 days, and anybody who should be gone."""
    inside = Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)
    soon = inside.filter(standing__release__lte=day + timedelta(days=90)).select_related("person", "standing")
    return soon.order_by("standing__release", "pk")[:FEW]


def orders(officer: Officer, day: date) -> QuerySet[Any]:
    """Return detainees whose order ends within 10 days or has ended."""
    rows = detention.held(officer).filter(covered_until__lte=day + timedelta(days=10)).select_related("person")
    return rows.order_by("covered_until", "pk")[:FEW]

"""The numbers of the home page that the service of rights does not already count."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, Func, QuerySet, Subquery

from teladan.desk.lists import wards
from teladan.desk.lists.people import taking_part
from teladan.desk.roles import may
from teladan.people.models import Facility, IntakeProposal, Officer, Stay
from teladan.rights.models import Occasion


def waiting(officer: Officer) -> dict[str, int]:
    """Return what waits for somebody of the facility, by name, of what the officer may see: one query for all."""
    counted = {
        "undecided": ("occasions.work", undecided),
        "proposals": ("intake.read", proposals),
        "without_report": ("wards.read", without_report),
    }
    asked = {name: _count(rows(officer)) for name, (permission, rows) in counted.items() if may(officer, permission)}
    if not asked:
        return {}
    names = list(asked)
    row = Facility.objects.filter(officers=officer).values_list(*asked.values()).get()
    return dict(zip(names, row, strict=True))


def undecided(officer: Officer) -> QuerySet[Any]:
    """Return remission days whose cases are open and that wait for the decision."""
    return Occasion.objects.filter(facility=officer.facility_id, state=Occasion.State.PROPOSED)


def proposals(officer: Officer) -> QuerySet[Any]:
    """Return verdicts that the program has read and nobody has looked at."""
    found = IntakeProposal.objects.filter(state=IntakeProposal.State.WAITING)
    return found.filter(batch__facility=officer.facility_id)


def without_report(officer: Officer) -> QuerySet[Any]:
    """Return wards whose conduct report of last month is not written yet."""
    return wards.without_report(wards.in_care(_inside(officer), officer))


def without_programme(officer: Officer, day: date) -> int:
    """Return how many take part in no programme."""
    return _inside(officer).filter(~Exists(taking_part(day))).count()


def _count(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by().annotate(rows=Func(F("pk"), function="COUNT")).values("rows"))


def _inside(officer: Officer) -> QuerySet[Stay]:
    return Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)

"""The numbers of the home page that the service of rights does not already count."""

from datetime import date

from django.db.models import Exists, QuerySet

from teladan.desk.lists import wards
from teladan.desk.lists.people import taking_part
from teladan.people.models import IntakeProposal, Officer, Stay
from teladan.rights.models import Occasion


def without_report(officer: Officer) -> int:
    """Return wards whose conduct report of last month is not written yet."""
    return wards.without_report(wards.in_care(_inside(officer), officer)).count()


def without_programme(officer: Officer, day: date) -> int:
    """Return how many take part in no programme."""
    return _inside(officer).filter(~Exists(taking_part(day))).count()


def proposals(officer: Officer) -> int:
    """Return verdicts that the program has read and nobody has looked at."""
    waiting = IntakeProposal.objects.filter(state=IntakeProposal.State.WAITING)
    return waiting.filter(batch__facility=officer.facility_id).count()


def undecided(officer: Officer) -> int:
    """Return remission days whose cases are open and that wait for the decision."""
    return Occasion.objects.filter(facility=officer.facility_id, state=Occasion.State.PROPOSED).count()


def _inside(officer: Officer) -> QuerySet[Stay]:
    return Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)

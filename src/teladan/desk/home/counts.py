"""The numbers of the home page that the service of rights does not already count."""

from datetime import date, timedelta

from django.db.models import Count, Exists, Min, Q, QuerySet

from teladan.desk.lists import detention, missing, steps, wards
from teladan.desk.lists.people import taking_part
from teladan.desk.officer import facility_here
from teladan.people.models import Officer, Stay
from teladan.people.queries import people_inside
from teladan.rights.queries import Owed


def arrivals(officer: Officer, day: date) -> dict[str, int]:
    """Return how many are inside, and how many of them came within 7 days."""
    new = Q(admitted_on__range=(day - timedelta(days=7), day))
    return people_inside(facility_here(officer)).aggregate(inside=Count("pk"), new=Count("pk", filter=new))


def clocks(officer: Officer, day: date) -> dict[str, int]:
    """Return a case officer's open steps about own wards: due today, past their limit."""
    return steps.open_steps(officer).aggregate(
        today=Count("pk", filter=Q(due_on=day)), late=Count("pk", filter=Q(due_on__lt=day))
    )


def owed(officer: Officer, day: date) -> list[Owed]:
    """Return what each office owes about a case officer's own wards, the longest waiting first."""
    late = steps.open_steps(officer).filter(due_on__lt=day).order_by()
    rows = late.values("office").annotate(n=Count("pk"), since=Min("due_on")).order_by("since")
    return [Owed(row["office"], row["n"], row["since"]) for row in rows]


def endless_orders(officer: Officer) -> int:
    """Return detainees of whom nobody knows until when an order covers them."""
    return detention.held(officer).filter(standing__detention_ends__isnull=True).count()


def without_facts(officer: Officer) -> int:
    """Return how many wait because a fact is missing."""
    return missing.waiting(_inside(officer)).count()


def without_report(officer: Officer) -> int:
    """Return wards whose conduct report of last month is not written yet."""
    return wards.without_report(wards.in_care(_inside(officer), officer)).count()


def without_programme(officer: Officer, day: date) -> int:
    """Return how many take part in no programme."""
    return _inside(officer).filter(~Exists(taking_part(day))).count()


def _inside(officer: Officer) -> QuerySet[Stay]:
    return Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)

"""The numbers of the home page: one query for each subject, however many tiles show it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, Q

from teladan.desk.lists import detention, missing, steps
from teladan.desk.lists.people import taking_part
from teladan.people.models import Officer, Stay
from teladan.rights.models import Step


@dataclass(frozen=True)
class Office:
    """What an office owes."""

    code: str
    name: str
    late: int
    oldest: date | None


def _inside(officer: Officer) -> Q:
    return Q(facility=officer.facility_id, released_on__isnull=True)


def people(officer: Officer, day: date) -> dict[str, int]:
    """Return how many are inside, came within 7 days, go within 30, 60 and 90 days, or should be gone."""
    release = "standing__release"

    def within(days: int) -> Q:
        return Q(**{f"{release}__range": (day, day + timedelta(days=days))})

    return Stay.objects.filter(_inside(officer)).aggregate(
        inside=Count("pk"),
        new=Count("pk", filter=Q(admitted_on__range=(day - timedelta(days=7), day))),
        release_30=Count("pk", filter=within(30)),
        release_60=Count("pk", filter=within(60)),
        release_90=Count("pk", filter=within(90)),
        release_past=Count("pk", filter=Q(**{f"{release}__lt": day})),
    )


def orders(officer: Officer, day: date) -> dict[str, int]:
    """Return detention orders that end within 10 and 3 days, that have ended, and detainees without any."""
    held = detention.held(officer)
    return held.aggregate(
        ends_10=Count("pk", filter=Q(covered_until__range=(day, day + timedelta(days=10)))),
        ends_3=Count("pk", filter=Q(covered_until__range=(day, day + timedelta(days=3)))),
        ended=Count("pk", filter=Q(covered_until__lt=day)),
        no_order=Count("pk", filter=Q(covered_until__isnull=True)),
    )


def clocks(officer: Officer, day: date) -> dict[str, int]:
    """Return open steps due today, past their limit, and open in all."""
    return steps.open_steps(officer).aggregate(
        open=Count("pk"),
        today=Count("pk", filter=Q(due_on=day)),
        late=Count("pk", filter=Q(due_on__lt=day)),
    )


def offices(officer: Officer, day: date) -> list[Office]:
    """Return the offices that owe a step past its limit, the longest waiting first."""
    names = dict(Step.Office.choices)
    owed = (
        steps.open_steps(officer)
        .filter(due_on__lt=day)
        .order_by()
        .values("office")
        .annotate(late=Count("pk"), oldest=Min("due_on"))
        .order_by("oldest")
    )
    return [Office(row["office"], str(names[row["office"]]), row["late"], row["oldest"]) for row in owed]


def without_facts(officer: Officer) -> int:
    """Return how many wait because a fact is missing."""
    return missing.waiting(Stay.objects.filter(_inside(officer))).count()


def without_programme(officer: Officer, day: date) -> int:
    """Return how many take part in no programme."""
    return Stay.objects.filter(_inside(officer), ~Exists(taking_part(day))).count()

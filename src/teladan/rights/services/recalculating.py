"""After each change of the register: dates, rights and cases of that stay, inside the same transaction."""

from collections import defaultdict
from collections.abc import Iterable

from teladan.people import changes
from teladan.people.models import Facility, Stay
from teladan.rights import day
from teladan.rights.remission_day.near import keep_days_of
from teladan.rights.services.assess import assess_stays
from teladan.rights.services.opening import open_due_cases


def recalculate(stay: Stay) -> None:
    """Assess one stay again and let its cases follow."""
    recalculate_many([stay])


def recalculate_many(stays: Iterable[Stay]) -> None:
    """Assess stays again, in one call of the law, and let their cases follow."""
    as_of = day.current()
    fresh = list(Stay.objects.filter(pk__in=[stay.pk for stay in stays]).select_related("person", "facility"))
    assess_stays(fresh, as_of, changes.because())
    by_facility: dict[Facility, list[Stay]] = defaultdict(list)
    for stay in fresh:
        by_facility[stay.facility].append(stay)
    for facility, there in by_facility.items():
        open_due_cases(facility, as_of, stays=there)
        keep_days_of(facility, there, as_of)

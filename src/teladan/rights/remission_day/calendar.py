"""Which common days come: 17 August, 23 July for children, the feasts of the religions that are inside."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from teladan.law.grant_days import grant_days
from teladan.people.models import Facility, Stay, StayStatus
from teladan.rights.feasts import effective, feast_days
from teladan.rights.models import RightsSetting

AHEAD = dt.timedelta(days=400)
Inside = Mapping[tuple[str, str], int]  # (status, religion) -> people


@dataclass(frozen=True, slots=True)
class CommonDay:
    """One day on which many get a remission together. `estimated`: the government has not set the feast yet."""

    right: str
    day: dt.date
    religion: str = ""
    estimated: bool = False
    people: int = 0

    @property
    def key(self) -> tuple[str, str, dt.date]:
        """What makes the occasion of this day one in a facility."""
        return self.right, self.religion, self.day


def due_days(facility: Facility, as_of: dt.date, inside: Inside | None = None) -> list[CommonDay]:
    """Return the days whose preparation time has come; for the people inside, or only for those given."""
    setting = RightsSetting.objects.filter(facility=facility).first() or RightsSetting()
    people = people_inside(facility) if inside is None else inside
    return [each for each in common_days(people, as_of) if _is_near(each, setting, as_of)]


def _is_near(each: CommonDay, setting: RightsSetting, as_of: dt.date) -> bool:
    return as_of <= each.day <= as_of + dt.timedelta(days=setting.days_before(each.right))


def people_inside(facility: Facility) -> Inside:
    """Return how many are inside by status and religion, in one query."""
    rows = Stay.objects.filter(facility=facility, released_on=None).values_list("status", "person__religion")
    return {(status, faith): n for status, faith, n in rows.annotate(n=Count("pk")).order_by("person__religion")}


def counted(stays: Iterable[Stay]) -> Inside:
    """Return the same of these stays, their persons already read."""
    return Counter((stay.status, stay.person.religion) for stay in stays)


def common_days(inside: Inside, start: dt.date) -> list[CommonDay]:
    """Return the common days of the next 400 days that concern somebody inside, by day."""
    faiths: Counter[str] = Counter()
    for (status, religion), people in inside.items():
        faiths[religion] += people if status != StayStatus.DETAINEE else 0
    children = sum(people for (status, _faith), people in inside.items() if status == StayStatus.CHILD)
    until = start + AHEAD
    everybody = {"general_remission": faiths.total(), "child_reduction": children}
    days = [
        CommonDay(right, day, people=n) for right, n in everybody.items() for day in grant_days(right, start, until)
    ]
    days += _feasts(faiths, range(start.year, until.year + 1))
    return sorted((each for each in days if each.people and start <= each.day <= until), key=lambda each: each.day)


def _feasts(faiths: Mapping[str, int], years: Iterable[int]) -> list[CommonDay]:
    feasts = effective()
    return [
        CommonDay("religious_remission", day, religion, estimated, people)
        for religion, people in faiths.items()
        for year in years
        for day, estimated in feast_days(religion, year, feasts)
    ]

"""Which common days come next, and which were held: the first page of the remission days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from teladan.desk.access import allowed
from teladan.desk.today import today
from teladan.desk.words import right_name
from teladan.law.feasts import Feasts
from teladan.law.grant_days import grant_days
from teladan.people.models import Facility, Stay
from teladan.people.models.person import Religion
from teladan.rights.feasts import effective, feast_days
from teladan.rights.models import Case, Occasion
from teladan.rights.models.setting import days_before

AHEAD = timedelta(days=400)
RELIGIONS = dict(Religion.choices)


@dataclass(frozen=True)
class Day:
    """One common day. `people` is how many inside it concerns; `estimated`: the government has not set the day yet."""

    right: str
    day: date
    religion: str = ""
    estimated: bool = False
    people: int = 0

    @property
    def title(self) -> str:
        name = str(right_name(self.right))
        return f"{name}, {RELIGIONS[self.religion]}" if self.religion else name

    @property
    def url(self) -> str:
        asked = {"hak": self.right, "tanggal": self.day.isoformat(), "agama": self.religion}
        return f"{reverse('desk:remission_proposal')}?{urlencode(asked)}"


@allowed("occasions.read")
def remission_days(request: HttpRequest) -> HttpResponse:
    officer: Any = request.user
    house = officer.facility
    held = Occasion.objects.filter(facility=house).annotate(
        cases_granted=Count("cases", filter=Q(cases__state=Case.State.GRANTED)), cases_all=Count("cases")
    )
    context = {"days": coming(house, today()), "held": held[:50], "day": today(), "religions": RELIGIONS}
    return render(request, "desk/remission_day/days.html", context)


def coming(house: Facility, start: date) -> list[Day]:
    """Return the common days of the next 400 days that concern somebody inside, by day."""
    inside, feasts = _inside(house), effective()
    faiths = _faiths(inside)
    days = [Day("general_remission", day, people=sum(faiths.values())) for day in _fixed("general_remission", start)]
    days += [day for religion, people in faiths.items() for day in _feasts(feasts, religion, people, start)]
    if children := sum(people for (status, _religion), people in inside.items() if status == "child"):
        days += [Day("child_reduction", day, people=children) for day in _fixed("child_reduction", start)]
    return sorted(days, key=lambda each: each.day)


def to_open(house: Facility, start: date) -> list[Day]:
    """Return the common days within the preparation time whose cases nobody has opened yet."""
    names = ("right", "religion", "grant_day")
    rows = Facility.objects.filter(pk=house.pk).values_list(
        *(f"rights_setting__{name}" for name in ("preparation_days", "preparation")),
        *(f"occasions__{name}" for name in names),
    )
    found = list(rows)  # the setting beside each occasion; one row when there is none
    general, own = found[0][:2]
    opened = {row[2:] for row in found}
    days = [
        day
        for day in coming(house, start)
        if day.people and day.day <= start + timedelta(days=days_before(day.right, general, own))
    ]
    return [day for day in days if (day.right, day.religion, day.day) not in opened]


def _inside(house: Facility) -> dict[tuple[str, str], int]:
    """Return how many are inside by status and religion, in one query."""
    rows = Stay.objects.filter(facility=house, released_on=None).values_list("status", "person__religion")
    return {(status, religion): n for status, religion, n in rows.annotate(n=Count("pk")).order_by("person__religion")}


def _faiths(inside: dict[tuple[str, str], int]) -> dict[str, int]:
    faiths: dict[str, int] = {}
    for (status, religion), people in inside.items():
        if status != "detainee":
            faiths[religion] = faiths.get(religion, 0) + people
    return faiths


def _fixed(right: str, start: date) -> list[date]:
    return grant_days(right, start, start + AHEAD)


def _feasts(feasts: Feasts, religion: str, people: int, start: date) -> list[Day]:
    found = [each for more in (0, 1) for each in feast_days(religion, start.year + more, feasts)]
    return [
        Day("religious_remission", day, religion, estimated, people)
        for day, estimated in found
        if start <= day <= start + AHEAD
    ]


def title_of(right: str, religion: str) -> str:
    """Return what a remission day is called."""
    return Day(right, date.min, religion).title if right else _("Hari remisi")

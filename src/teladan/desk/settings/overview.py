"""What is set here: the facility, the preparation of each right with its history, the way to the officers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.people.models import Officer
from teladan.rights.models import RightsSetting
from teladan.rights.models.setting import DAYS
from teladan.rights.services import setting_of
from teladan.rights.services.preparation import PREPARED

SHOWN = 50


@dataclass(frozen=True)
class Line:
    """One change of the settings: which right (empty: the size of the team), from how many to how many."""

    at: datetime
    who: str
    right: str
    old: int | None
    new: int | None
    why: str


@require_GET
@allowed("settings.read")
def settings(request: HttpRequest) -> HttpResponse:
    house = facility_here(officer_of(request))
    setting = setting_of(house)
    active = Count("pk", filter=Q(is_active=True))
    context = {
        "house": house,
        "rights": [(right, setting.days_before(right)) for right in PREPARED],
        "changes": changes_of(setting)[:SHOWN],
        "officers": Officer.objects.filter(facility=house).aggregate(active=active, all=Count("pk")),
    }
    return render(request, "desk/settings/settings.html", context)


def changes_of(setting: RightsSetting) -> list[Line]:
    """Return what was changed, the newest first."""
    if not setting.pk:
        return []
    rows = list(setting.history.select_related("history_user").order_by("history_id"))
    before: Any = None
    lines: list[Line] = []
    for row in rows:
        lines += _differences(before, row)
        before = row
    return lines[::-1]


def _differences(before: Any, row: Any) -> list[Line]:
    who = row.history_user.full_name if row.history_user else ""

    def line(right: str, old: int | None, new: int | None) -> Line:
        return Line(row.history_date, who, right, old, new, row.history_change_reason)

    found = [line(right, _days(before, right), _days(row, right)) for right in PREPARED]
    found.append(line("", before.hearing_team_size if before else None, row.hearing_team_size))
    return [each for each in found if each.old != each.new]


def _days(row: Any, right: str) -> int:
    return int(row.preparation.get(right, row.preparation_days)) if row else DAYS

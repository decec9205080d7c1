"""What the kitchen needs: how many, of which faith. No names, no cases."""

from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import allowed
from teladan.desk.officer import officer_of
from teladan.desk.today import today
from teladan.people.models import Officer, Stay
from teladan.people.models.person import Religion, Sex, StayStatus
from teladan.rights.models import ReformRun

EVERY = 3  # months


@allowed("meals.read")
def meals(request: HttpRequest) -> HttpResponse:
    officer = officer_of(request)
    run = ReformRun.objects.filter(facility=officer.facility_id, result__isnull=False).first()
    context = {
        "day": today(),
        "run": run,
        "coming": _coming(run),
        "total": _inside(officer).count(),
        "groups": [
            (_("Menurut agama"), _counted(officer, "person__religion", dict(Religion.choices))),
            (_("Menurut jenis kelamin"), _counted(officer, "person__sex", dict(Sex.choices))),
            (_("Menurut status"), _counted(officer, "status", dict(StayStatus.choices))),
        ],
    }
    return render(request, "desk/meals.html", context)


def _coming(run: ReformRun | None) -> list[tuple[date, int, int]]:
    """Return the people expected every third month, by the present law and by the draft tried last."""
    if run is None or run.result is None:
        return []
    months = zip(run.result["months"], run.result["before_coming"], run.result["after_coming"], strict=True)
    found = [(date.fromisoformat(day), before, after) for day, before, after in months]
    return [each for each in found[::EVERY] if each[0] >= today()]


def _inside(officer: Officer) -> QuerySet[Stay]:
    return Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)


def _counted(officer: Officer, field: str, names: dict[str, Any]) -> list[tuple[str, int]]:
    rows = _inside(officer).order_by().values(field).annotate(n=Count("pk")).order_by("-n")
    return [(str(names.get(row[field], _("Tidak diketahui"))), row["n"]) for row in rows]

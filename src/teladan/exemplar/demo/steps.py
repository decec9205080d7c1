"""The last weeks of the demo: cases opened night by night, steps finished through the services, some left overdue."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise

from django.db.models import QuerySet
from django.utils import timezone

from teladan.exemplar.demo import calendar
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.people.models import Facility, Role
from teladan.people.queries import people_inside
from teladan.rights.day import moment
from teladan.rights.models import Case, Step
from teladan.rights.remission_day.near import keep_days
from teladan.rights.services import (
    Vote,
    assess_facility,
    assess_stays,
    close_hearing,
    finish_step,
    open_due_cases,
    plan_hearing,
    tick_document,
)

RESULTS = {
    "documents": "complete",
    "social_inquiry": "recommended",
    "recommendation": "sent",
    "approval": "approved",
    "regional_check": "verified",
    "directorate_check": "verified",
}
# What an outside office answers is recorded by the registrar.
ROLES = {"case_officer": Role.CASE_OFFICER, "hearing_team": Role.HEARING_TEAM, "head": Role.HEAD}
Tell = Callable[[str, int, int], None]


def open_and_walk(facility: Facility, as_of: dt.date, seed: int, tell: Tell) -> None:
    """Assess everybody and open the cases of `as_of`, after some weeks in which part of them went on."""
    walk = Walk(facility, seed)
    days = list(nights(as_of))
    for place, (day, following) in enumerate(pairwise(days)):
        tell("cases", place, len(days))
        stays = [stay for stay in people_inside(facility) if stay.admitted_on <= day]
        assess_stays(stays, day)
        open_due_cases(facility, day, stays=stays)
        walk.until(day, following)
    assess_facility(facility, as_of)
    open_due_cases(facility, as_of)
    keep_days(facility, as_of, moment(as_of))
    tell("cases", len(days), len(days))


def nights(as_of: dt.date) -> Iterator[dt.date]:
    """Return the days on which the demo looks for cases: never before the last grant day, whose grants are known."""
    first = max(day.on for day in calendar.days(as_of) if day.who != "review") + dt.timedelta(days=1)
    for back in assumed("nights")["days_before"]:
        day = as_of - dt.timedelta(days=back)
        if day >= first:
            yield day
    yield as_of


class Walk:
    """Takes the walked cases from step to step, as officers would."""

    def __init__(self, facility: Facility, seed: int) -> None:
        self.facility = facility
        self.seed = seed
        self.officers = {officer.role: officer for officer in facility.officers.order_by("-pk")}

    def until(self, first: dt.date, last: dt.date) -> None:
        """Finish what these weeks finish, then hold a hearing on the last day but one."""
        for _ in RESULTS:
            if not sum(self._finish(step, first, last) for step in self._open_steps()):
                break
        self._hear(last - dt.timedelta(days=1))

    def _cases(self) -> list[int]:
        cases = Case.objects.filter(facility=self.facility, state=Case.State.OPEN).order_by("date", "pk")
        going = [pk for pk in cases.values_list("pk", flat=True) if not self._chance(pk).happens(self._share("late"))]
        return going[: assumed("nights")["cases_walked"]]

    def _open_steps(self) -> QuerySet[Step]:
        steps = Step.objects.filter(case__in=self._cases(), state=Step.State.OPEN, kind__in=RESULTS)
        return steps.select_related("case__facility").order_by("pk")

    def _finish(self, step: Step, first: dt.date, last: dt.date) -> bool:
        chance = self._chance(step.case_id, step.order, first)
        day = chance.day(max(first, step.opened_on or first), last)
        if not chance.happens(self._share("done")) or day == last:
            return False
        actor = self.officers[ROLES.get(step.office, Role.REGISTRAR)]
        for line in step.checklist:
            if not line["done"]:
                step = tick_document(
                    step, line["code"], done=True, note="Contoh", actor=actor, expected_version=step.version
                )
        finish_step(step, result=RESULTS[step.kind], actor=actor, expected_version=step.version, now=_noon(day))
        return True

    def _hear(self, day: dt.date) -> None:
        waiting = list(
            Case.objects.filter(pk__in=self._cases(), steps__kind="hearing", steps__state=Step.State.OPEN).distinct()
        )
        if not waiting:
            return
        actor = self.officers[Role.HEARING_TEAM]
        hearing = plan_hearing(self.facility, number=f"CONTOH/{day:%d-%m-%Y}", on=day, cases=waiting, actor=actor)
        present = list(hearing.members.values_list("pk", flat=True))[:-1]  # one member is away; there is a quorum
        close_hearing(
            hearing,
            present=present,
            votes={item.pk: Vote("agree") for item in hearing.items.all()},
            minutes="Sidang contoh: semua perkara dalam agenda disetujui.",
            signed=present,
            actor=actor,
            expected_version=hearing.version,
            now=_noon(day),
        )

    def _chance(self, *name: object) -> Chance:
        return Chance(self.seed, "steps", *name)

    def _share(self, name: str) -> float:
        share: float = assumed("steps_taken")[name]
        return share


def _noon(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))

"""What a demo may not hold on the day it is loaded, made through services: every page has something to show.

Two remission days, one open and one decided; a hearing planned and one closed; a verdict sent in and read; documents.
Imported after Django is set up.
"""

import datetime as dt
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from teladan.people.errors import Refused
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.intake_services import receive
from teladan.people.models import Facility, Officer, Role
from teladan.people.services import attach_document, release
from teladan.rights import services
from teladan.rights.jobs.asking import ask_print
from teladan.rights.letters import keep_decrees
from teladan.rights.models import Case, Hearing, Step
from teladan.rights.remission_day import decide_occasion, open_occasion

MANY = 30
# The steps before the hearing, finished as they should be.
RESULTS = {"documents": "complete", "social_inquiry": "recommended"}


def prepare(facility: Facility, day: dt.date) -> None:
    """Make everything; `day` is the day the demo stands on."""
    now = timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
    registrar = facility.officers.get(role=Role.REGISTRAR)
    _remission_days(facility, day, registrar, now)
    _hearings(facility, day, now)
    _two_leave(facility, day, registrar)
    upload = SimpleUploadedFile("putusan.txt", as_issued(Facts()).encode())
    receive([upload], facility=facility, actor=registrar)
    for stay in facility.stays.filter(released_on=None).order_by("pk")[:MANY]:
        content = f"Surat pernyataan contoh {stay.pk}".encode()
        attach_document(stay, kind="statement", name="contoh.txt", content=content, actor=registrar, why="ukur")


def _two_leave(facility: Facility, day: dt.date, registrar: Officer) -> None:
    """Two people leave; not those of whom something is entered for a later day, which the register refuses."""
    stays = facility.stays.filter(released_on=None, status="convict").exclude(remissions__granted_on__gte=day)
    for stay in stays.order_by("-pk")[:2]:
        release(stay, day, "expiry", expected_version=stay.version, actor=registrar, why="ukur", today=day)


def _remission_days(facility: Facility, day: dt.date, actor: Any, now: dt.datetime) -> None:
    """Open two general remissions, next year's and that of the year after; decide and print the first."""
    days = [dt.date(day.year + number, 8, 17) for number in (1, 2)]
    first, _second = [open_occasion(facility, "general_remission", each, actor=actor, now=now) for each in days]
    then = timezone.make_aware(dt.datetime.combine(first.grant_day, dt.time(9)))  # a remission of a day to come is none
    decide_occasion(first, decree_number="UKUR/1", on=first.grant_day, actor=actor, now=then)
    first.refresh_from_db()
    keep_decrees(first)
    ask_print(first, actor=actor, now=now)


def _hearings(facility: Facility, day: dt.date, now: dt.datetime) -> None:
    if not facility.team_members.exists():
        for number in range(1, 6):
            _appoint(facility, number, day)
    for case in Case.objects.filter(facility=facility, occasion=None, state=Case.State.OPEN).order_by("pk")[: 3 * MANY]:
        _to_the_hearing(case, now)
    waiting = services.waiting_for_hearing(facility)
    half = len(waiting) // 2
    held = services.plan_hearing(facility, number="UKUR/1", on=day, cases=waiting[:half], actor=None)
    services.plan_hearing(facility, number="UKUR/2", on=day + dt.timedelta(days=7), cases=waiting[half:], actor=None)
    _close(held, now)


def _appoint(facility: Facility, number: int, day: dt.date) -> None:
    services.appoint(
        facility,
        name=f"Anggota {number}",
        position="Anggota",
        decree_number="UKUR/1",
        from_day=day - dt.timedelta(days=60),
        officer=None,
        actor=None,
    )


def _to_the_hearing(case: Case, now: dt.datetime) -> None:
    """Walk a case up to its hearing; one that lacks a fact stays where it is."""
    while (step := case.steps.filter(state=Step.State.OPEN).first()) and step.kind in RESULTS:
        for line in step.checklist:
            step = services.tick_document(
                step, line["code"], done=True, note="ukur", actor=None, expected_version=step.version
            )
        try:
            services.finish_step(step, result=RESULTS[step.kind], actor=None, expected_version=step.version, now=now)
        except Refused:
            return


def _close(hearing: Hearing, now: dt.datetime) -> None:
    members = list(hearing.members.values_list("pk", flat=True))
    votes = {item.pk: services.Vote("agree") for item in hearing.items.all()}
    services.close_hearing(
        hearing,
        present=members,
        votes=votes,
        minutes="Ukur.",
        signed=members,
        actor=None,
        expected_version=hearing.version,
        now=now,
    )

"""Fill an empty database with the demo facility: all of it or nothing, in one transaction."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from django.db import transaction

from teladan.exemplar.demo import officers, population, sign_ins, steps
from teladan.exemplar.demo.facts import facts
from teladan.exemplar.demo.judge import by_law
from teladan.exemplar.demo.record import Record
from teladan.exemplar.demo.rows import MODELS, Register
from teladan.law.facts import parse
from teladan.ledger import actions
from teladan.ledger import services as ledger
from teladan.people.models import Facility, Officer, Role
from teladan.rights.models import RightsSetting, TeamMember
from teladan.rights.records import create_many

NAME = "Lapas Kelas IIA Kupang"
REASON = "Data contoh"
LOADED = actions.register("exemplar.demo.loaded", id="Data contoh dimuat", en="The demo was loaded")
Tell = Callable[[str, int, int], None]


class NotADemoError(Exception):
    """The database holds a facility that is not made up."""


def demo_facility() -> Facility | None:
    """Return the demo facility, None in an empty database; raises NotADemoError where a real facility is kept."""
    if Facility.objects.filter(is_demo=False).exists():
        raise NotADemoError("this database holds a facility that is not a demo; the demo is never mixed with it")
    facility = Facility.objects.filter(is_demo=True).first()
    if facility is None and Officer.objects.exists():
        raise NotADemoError("this database has officers but is not a demo; the demo needs an empty one")
    return facility


def load(people: int, as_of: dt.date, seed: int, tell: Tell) -> Facility:
    """Generate and store the demo facility as on `as_of`, assess everybody and open the cases that are due.

    `tell(what, done, total)` is called as the work goes on. Nothing is kept when it is stopped half-way.
    """
    tell("people", 0, people)
    records = population.generate(people, as_of, seed, by_law, lambda done: tell("people", done, people))
    password = sign_ins.new_password()
    with transaction.atomic():
        facility = _facility()
        staff = officers.appoint(facility, password, seed)
        _appoint_team(facility, staff, as_of)
        _store(_register(facility, staff, records, as_of), tell)
        ledger.append(
            facility=facility,
            actor=None,
            action=LOADED,
            subject=f"facility:{facility.pk}",
            data={"people": people, "as_of": as_of.isoformat(), "seed": seed},
        )
        steps.open_and_walk(facility, as_of, seed, tell)
        sign_ins.write(password)
    return facility


def _facility() -> Facility:
    facility = Facility.objects.create(
        name=NAME,
        kind="lapas",
        place="Kupang",
        regional_office="Kantor Wilayah Ditjenpas Nusa Tenggara Timur",
        probation_office="Bapas Kupang",
        capacity=None,  # not published: a setting, never a guess
        is_demo=True,
    )
    create_many(RightsSetting, [RightsSetting(facility=facility)], actor=None, reason=REASON)
    return facility


def _appoint_team(facility: Facility, staff: Sequence[Officer], as_of: dt.date) -> None:
    members = [officer for officer in staff if officer.role == Role.HEARING_TEAM]
    TeamMember.objects.bulk_create(
        TeamMember(
            facility=facility,
            officer=officer,
            name=officer.full_name,
            decree_number="CONTOH/TPP",
            from_day=as_of.replace(month=1, day=1),
        )
        for officer in members
    )
    RightsSetting.objects.filter(facility=facility).update(hearing_team_size=len(members))


def _register(facility: Facility, staff: Sequence[Officer], records: Sequence[Record], as_of: dt.date) -> Register:
    register = Register(facility, [officer for officer in staff if officer.role == Role.CASE_OFFICER])
    # The clerk who gave the number knew the judgment, also where the demo later leaves a fact out.
    known = [parse(facts(replace(record, unknown=set()))) for record in records]
    for record, found in zip(records, by_law(known, as_of), strict=True):
        register.add(record, found.register)
    return register


def _store(register: Register, tell: Tell) -> None:
    total = sum(len(register.rows[model]) for model in MODELS)
    done = 0
    for model in MODELS:
        create_many(model, register.rows[model], actor=None, reason=REASON)
        done += len(register.rows[model])
        tell("register", done, total)

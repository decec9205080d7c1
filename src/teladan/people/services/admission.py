"""Somebody comes in: person, stay, first detention, movement and, for a convict, the verdicts, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teladan.people import changes
from teladan.people.errors import Invalid, ProbablySame
from teladan.people.models import Person, Stay
from teladan.people.problems import problem
from teladan.people.same_person import candidates
from teladan.people.services.first_rows import admission_movement, filled, judgment_rows, orders_of, whole_to_be
from teladan.people.services.rows import refuse_new
from teladan.people.services.writing import Writing, writing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from teladan.people.models import Facility, Officer
    from teladan.people.models.base import Recorded
    from teladan.people.problems import Problem


def admit(  # noqa: PLR0913 - each is asked of the officer
    *,
    facility: Facility,
    person: Mapping[str, Any] | Person,
    stay: Mapping[str, Any],
    detention: Mapping[str, Any] | Iterable[Mapping[str, Any]] | None = None,
    verdicts: Iterable[Mapping[str, Any]] = (),
    actor: Officer | None,
    why: str,
    not_same_because: str = "",
    today: dt.date | None = None,
) -> Stay:
    """Admit somebody and return the open stay.

    `person` is the values of a new person, or somebody already known who comes back. `stay` needs register_number,
    status, admitted_on. `detention` is one order or several. Each of `verdicts` may hold `sentences`.
    Raises Invalid for impossible data, a register number in use or a person already inside; ProbablySame when
    somebody inside has the same case number, national number, or a similar name and birth date: give
    `not_same_because` when it is another person; the reason is kept in the history.
    """
    verdicts = list(verdicts)
    explained = not_same_because.strip()
    reason = f"{why.strip()} ({explained})" if why.strip() and explained else why
    with changes.gathered(), writing(facility, actor, reason, today) as act:
        who = _person(facility, person)
        _refuse_taken(who, facility, str(stay.get("register_number", "")))
        if not explained:
            _refuse_probably_same(who, facility, verdicts)
        opened = filled(Stay(facility=facility, person=who), stay)
        rows = [*orders_of(opened, detention), *judgment_rows(whole_to_be(opened, []), verdicts)]
        refuse_new(None, whole_to_be(opened, rows), act.today)
        _write(act, who, opened, [*rows, admission_movement(opened)])
    return opened


def _person(facility: Facility, person: Mapping[str, Any] | Person) -> Person:
    if isinstance(person, Person):
        return Person.objects.select_for_update().get(pk=person.pk, facility=facility)
    made: Person = filled(Person(facility=facility), person)
    return made


def _write(act: Writing, person: Person, stay: Stay, rows: list[Recorded]) -> None:
    if person.pk is None:
        act.create(person, stay)
    for row in [stay, *rows]:
        act.create_after(row, stay)


def _refuse_taken(person: Person, facility: Facility, number: str) -> None:
    if person.pk and (inside := person.stays.filter(released_on=None).first()):
        raise Invalid([_already_inside(person, inside)])
    if Stay.objects.filter(facility=facility, register_number=number.strip()).exists():
        raise Invalid([_number_taken(number.strip())])


def _refuse_probably_same(person: Person, facility: Facility, verdicts: list[Mapping[str, Any]]) -> None:
    if person.pk:  # the officer has said who it is
        return
    numbers = [verdict.get("case_number", "") for verdict in verdicts]
    if found := candidates(facility, person, numbers):
        raise ProbablySame(found)


def _already_inside(person: Person, inside: Stay) -> Problem:
    return problem(
        person,
        "",
        "already_inside",
        "{name} masih berada di dalam dengan nomor register {number}. Tambahkan putusan pada data itu.",
        "{name} is inside already, under register number {number}. Add the verdict to that record.",
        name=person.name,
        number=inside.register_number,
    )


def _number_taken(number: str) -> Problem:
    return problem(
        None,
        "register_number",
        "register_number_taken",
        "Nomor register {number} sudah dipakai. Periksa nomornya.",
        "Register number {number} is in use already. Check the number.",
        number=number,
    )

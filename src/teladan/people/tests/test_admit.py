"""Somebody comes in."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from teladan.ledger.models import Entry
from teladan.people import services
from teladan.people.errors import Invalid, ProbablySame
from teladan.people.models import Facility, Movement, Person, Sentence, Stay
from teladan.people.tests.conftest import (
    TODAY,
    WHY,
    admit_somebody,
    make_officer,
    order_values,
    person_values,
    stay_values,
    verdict_values,
)

SECOND = {"register_number": "B.I 2/2025"}


def codes(refused):
    return {problem.code for problem in refused.value.problems}


def test_everything_of_an_admission_is_kept(facility, officer, stay):
    assert stay.person.name == "Yohanes Contoh"
    assert stay.detentions.get().start == dt.date(2025, 2, 1)
    assert Sentence.objects.get(verdict__stay=stay).years == 2
    movement = stay.movements.get()
    assert (movement.kind, movement.at.astimezone().date() <= stay.admitted_on) == (Movement.Kind.ADMISSION, True)
    assert stay.history.get().history_user == officer
    assert stay.history.get().history_change_reason == WHY
    assert Entry.objects.filter(facility=facility).count() == 6


def test_nothing_is_kept_of_a_refused_admission(facility, officer):
    with pytest.raises(Invalid):
        admit_somebody(facility, officer, verdicts=[verdict_values(sentences=[{"kind": "prison"}])])
    assert not Person.objects.exists()
    assert not Stay.objects.exists()
    assert not Entry.objects.exists()


def test_a_register_number_is_used_once(facility, officer, stay):
    with pytest.raises(Invalid) as refused:
        admit_somebody(
            facility, officer, person={"name": "Orang Lain", "birth_date": None}, verdicts=[], stay={"room": "A1"}
        )
    assert codes(refused) == {"register_number_taken"}
    assert "B.I 1/2025" in refused.value.problems[0].id


def test_a_person_inside_is_not_admitted_again(facility, officer, stay):
    with pytest.raises(Invalid) as refused:
        services.admit(
            facility=facility, person=stay.person, stay=stay_values(**SECOND), actor=officer, why=WHY, today=TODAY
        )
    assert codes(refused) == {"already_inside"}


def test_somebody_comes_back_as_the_same_person(facility, officer, stay):
    services.release(
        stay, dt.date(2026, 1, 5), "expiry", expected_version=1, actor=officer, why="Habis pidana", today=TODAY
    )
    back = services.admit(
        facility=facility,
        person=stay.person,
        stay=stay_values(register_number="B.I 9/2026", admitted_on=dt.date(2026, 6, 1)),
        detention=order_values(start=dt.date(2026, 6, 1)),
        actor=officer,
        why=WHY,
        today=TODAY,
    )
    assert back.person == stay.person
    assert Person.objects.count() == 1


SAME = {
    "case number, other spelling": ({"name": "Petrus Lain", "birth_date": None}, "12 / PID.B / 2025 / PN UJG"),
    "misspelt name, same birth": ({"name": "Yohannes Tjontoh"}, "13/Pid.B/2025/PN Ujg"),
    "same name, birth not known": ({"birth_date": None}, "13/Pid.B/2025/PN Ujg"),
}


@pytest.mark.parametrize(("person", "case_number"), SAME.values(), ids=SAME.keys())
def test_probably_the_same_person_must_be_confirmed_with_a_reason(facility, officer, stay, person, case_number):
    other = {"person": person, "stay": SECOND, "verdicts": [verdict_values(case_number=case_number)]}
    with pytest.raises(ProbablySame) as refused:
        admit_somebody(facility, officer, **other)
    assert [candidate.stay for candidate in refused.value.candidates] == [stay]
    assert "B.I 1/2025" in refused.value.problems[0].en
    admitted = admit_somebody(facility, officer, **other, not_same_because="Kembaran, sidik jari berbeda")
    assert "sidik jari berbeda" in admitted.history.get().history_change_reason


def test_the_same_national_number_is_the_same_person_also_after_release(facility, officer):
    first = admit_somebody(facility, officer, person={"nik": "5371010101800001"})
    services.release(first, dt.date(2026, 1, 5), "expiry", expected_version=1, actor=officer, why="Bebas", today=TODAY)
    with pytest.raises(ProbablySame) as refused:
        admit_somebody(
            facility,
            officer,
            person={"nik": "5371010101800001", "name": "Lain Sekali", "birth_date": None},
            stay=SECOND,
            verdicts=[],
        )
    assert refused.value.candidates[0].because == "nik"


def test_another_name_and_birth_is_another_person(facility, officer, stay):
    person = {"name": "Markus Lainnya", "birth_date": dt.date(1990, 1, 1)}
    admit_somebody(facility, officer, person=person, stay=SECOND, verdicts=[])
    assert Person.objects.count() == 2


def test_an_officer_of_another_facility_is_refused(facility):
    other = Facility.objects.create(name="Lain", place="L", regional_office="K", probation_office="B")
    with pytest.raises(PermissionDenied):
        admit_somebody(facility, make_officer(other, "asing", "Asing"))


@pytest.mark.parametrize("why", ["", "   "])
def test_a_reason_is_required(facility, officer, why):
    with pytest.raises(Invalid) as refused:
        admit_somebody(facility, officer, why=why)
    assert codes(refused) == {"why_missing"}


def test_a_slip_of_the_program_is_not_an_answer(facility, officer):
    with pytest.raises(TypeError, match="colour"):
        services.admit(
            facility=facility, person=person_values(colour="x"), stay=stay_values(), actor=officer, why=WHY, today=TODAY
        )

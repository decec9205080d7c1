"""Who is told of a change, when, and what happens when they fail."""

import datetime as dt

import pytest

from teladan.people import changes, services
from teladan.people.models import RiskAssessment, Stay
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, verdict_values


@pytest.fixture
def told():
    heard = []

    def listen(stay):
        heard.append(stay)

    changes.after_change(listen)
    yield heard
    changes.forget(listen)


def test_an_admission_is_told_once(facility, officer, told):
    stay = admit_somebody(facility, officer)
    assert told == [stay]


def test_each_change_is_told(officer, stay, told):
    services.change(stay, {"room": "A1"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    services.change(stay.person, {"alias": "Ano"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    assert told == [stay, stay]


def test_no_change_is_not_told(officer, stay, told):
    services.change(stay, {"room": ""}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    assert told == []


def test_several_stays_are_told_together_where_that_is_possible(facility, officer, stay):
    other = admit_somebody(
        facility,
        officer,
        person={"name": "Markus", "birth_date": None},
        stay={"register_number": "2"},
        verdicts=[verdict_values(case_number="2/Pid.B/2025/PN Ujg")],
    )
    one, many = [], []
    changes.after_change(one.append, many=many.append)
    try:
        rows = [(each, {"on": dt.date(2026, 1, 1), "level": "low"}) for each in (stay, other)]
        services.add_many(RiskAssessment, rows, actor=officer, why=WHY, today=TODAY)
    finally:
        changes.forget(one.append)
    assert (one, many) == ([], [[stay, other]])


def test_a_failure_of_a_listener_undoes_the_change(officer, stay):
    def fail(_stay):
        raise RuntimeError("cannot assess")

    changes.after_change(fail)
    try:
        with pytest.raises(RuntimeError, match="cannot assess"):
            services.change(stay, {"room": "A1"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    finally:
        changes.forget(fail)
    assert Stay.objects.get(pk=stay.pk).room == ""


def test_a_failure_inside_gathered_tells_nobody(officer, stay, told):
    with pytest.raises(ZeroDivisionError), changes.gathered():  # noqa: PT012
        services.change(stay, {"room": "A1"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
        _ = 1 / 0
    assert told == []

"""The register looks at itself: contradictions, and rows changed past the program."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teladan.people import services
from teladan.people.models import Detention, Person, Sentence, Stay
from teladan.people.queries.contradictions import contradictions_in
from teladan.people.tests.conftest import TODAY, WHY


def codes(facility):
    return {(problem.row.partition(":")[0], problem.code) for _, problem in contradictions_in(facility, TODAY)}


def test_a_register_written_by_the_program_agrees(facility, officer, stay):
    services.change(stay.person, {"alias": "Ano"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    services.release(stay, TODAY, "expiry", expected_version=1, actor=officer, why=WHY, today=TODAY)
    assert codes(facility) == set()


def test_the_same_person_back_again_agrees(facility, officer, stay):
    services.release(stay, TODAY, "expiry", expected_version=1, actor=officer, why=WHY, today=TODAY)
    values = {"register_number": "9", "status": "detainee", "admitted_on": TODAY}
    back = services.admit(facility=facility, person=stay.person, stay=values, actor=officer, why=WHY, today=TODAY)
    services.change(back.person, {"alias": "Ano"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    assert codes(facility) == set()


def test_a_row_changed_in_the_database_is_found(facility, stay):
    Sentence.objects.update(years=1)
    Person.objects.update(religion="islam")
    assert codes(facility) == {("sentence", "altered"), ("person", "altered")}


def test_a_contradiction_is_found(facility, stay):
    Detention.objects.update(end="2025-01-01")
    assert codes(facility) == {("detention", "altered"), ("detention", "end_before_start")}


def test_the_command_lists_them(facility, stay):
    out, err = StringIO(), StringIO()
    call_command("register-check", "--as-of", TODAY.isoformat(), stdout=out, stderr=err)
    assert "does not contradict" in out.getvalue()
    Stay.objects.update(released_on="2025-01-01")
    with pytest.raises(CommandError, match="contradiction"):
        call_command("register-check", "--as-of", TODAY.isoformat(), stdout=out, stderr=err)
    assert "B.I 1/2025" in err.getvalue()
    assert "Yohanes" not in err.getvalue()


@pytest.mark.parametrize("day", ["besok", "2024-02-31"])
def test_a_day_that_is_none_is_said(db, day):
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("register-check", "--as-of", day)


def test_checking_takes_a_fixed_number_of_queries(facility, stay, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        assert list(contradictions_in(facility, TODAY)) == []

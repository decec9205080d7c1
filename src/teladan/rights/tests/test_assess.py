"""The register is assessed in one call, and only what changed is written."""

import datetime as dt

import pytest

from teladan.people.models import ConductReport, Person, Remission, Stay
from teladan.people.services import add
from teladan.rights.day import judged_on
from teladan.rights.models import RightStanding, Standing
from teladan.rights.services import assess_facility, assess_stays
from teladan.rights.tests.world import TODAY, convict, facility, kept, officer

pytestmark = pytest.mark.django_db


def test_dates_of_a_plain_sentence() -> None:
    """Three years from 10 June 2024: expiry 10 June 2027, two thirds two calendar years later (remission.md 5.3)."""
    stay = convict(facility())
    assess_stays([stay], TODAY)
    standing = Standing.objects.get(stay=stay)
    assert (standing.start, standing.expiry, standing.release) == (
        dt.date(2024, 6, 10),
        dt.date(2027, 6, 10),
        dt.date(2027, 6, 10),
    )
    assert (standing.half, standing.two_thirds) == (dt.date(2025, 12, 7), dt.date(2026, 6, 10))
    assert standing.register_class == "B.I"
    parole = standing.rights.get(right="parole")
    assert (parole.status, parole.date) == ("upcoming", dt.date(2026, 6, 10))
    assert standing.rights.count() == 13


def test_second_run_writes_nothing_but_the_day(django_assert_num_queries) -> None:
    where = facility()
    for _ in range(3):
        convict(where)
    assert assess_facility(where, TODAY).changed == 3
    before = list(RightStanding.objects.order_by("pk").values_list())
    assert assess_facility(where, TODAY).changed == 0
    assert list(RightStanding.objects.order_by("pk").values_list()) == before
    assert assess_facility(where, TODAY + dt.timedelta(days=1)).changed == 0
    assert set(Standing.objects.values_list("as_of", flat=True)) == {TODAY + dt.timedelta(days=1)}


def test_number_of_queries_does_not_grow(django_assert_max_num_queries) -> None:
    where = facility()
    stays = [convict(where) for _ in range(20)]
    with django_assert_max_num_queries(26):
        assess_stays(stays, TODAY)


def test_a_person_who_cannot_be_assessed_does_not_stop_the_rest() -> None:
    where = facility()
    good, bad = convict(where), convict(where)
    assess_facility(where, TODAY)
    Person.objects.filter(pk=bad.person_id).update(birth_date=dt.date(2025, 1, 1))  # born after custody began
    result = assess_facility(where, TODAY)
    assert (result.people, result.problems) == (2, 1)
    standing = Standing.objects.get(stay=bad)
    assert "birth_date" in standing.problem
    assert standing.expiry is None
    assert not standing.rights.exists()
    assert Standing.objects.get(stay=good).problem == ""


def test_a_change_of_the_register_moves_the_dates_at_once() -> None:
    stay = convict(facility())
    assess_stays([stay], TODAY)
    values = {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 2}
    with judged_on(TODAY):
        add(Remission, stay, values, actor=officer(stay.facility), why="Keputusan 2025", today=TODAY)
    assert Standing.objects.get(stay=stay).expiry == dt.date(2027, 4, 11)


def test_detention_of_a_detainee_ends_with_the_last_order() -> None:
    stay = convict(facility(), final=False)
    Stay.objects.filter(pk=stay.pk).update(status="detainee")
    stay.detentions.update(end=dt.date(2026, 6, 8))
    assess_stays([Stay.objects.get(pk=stay.pk)], TODAY)
    assert Standing.objects.get(stay=stay).detention_ends == dt.date(2026, 6, 8)


def test_a_note_of_a_day_goes_when_its_day_has_passed() -> None:
    """A report of next month is "later" today, and not any more when the month has begun."""
    stay = convict(facility())
    month = dt.date(2026, 7, 1)
    kept(ConductReport, stay=stay, month=month, rating="good")
    assess_stays([stay], month - dt.timedelta(days=1))
    assert "future_facts" in {note["code"] for note in Standing.objects.get(stay=stay).notes}
    assess_stays([stay], month)
    assert "future_facts" not in {note["code"] for note in Standing.objects.get(stay=stay).notes}

"""The first page counts right, in a fixed number of queries."""

import datetime as dt

import pytest

from teladan.people.models import Stay
from teladan.rights import queries
from teladan.rights.models import Standing, Step
from teladan.rights.queries import grounds
from teladan.rights.services import assess_facility, open_due_cases
from teladan.rights.tests.crowd import crowd
from teladan.rights.tests.world import TODAY, convict, facility, now

pytestmark = pytest.mark.django_db


def nightly(where, day: dt.date = TODAY) -> None:
    assess_facility(where, day)
    open_due_cases(where, day, now=now(day))


def released(stay, on: dt.date | None, detention: dt.date | None = None) -> None:
    Standing.objects.filter(stay=stay).update(release=on, detention_ends=detention)


def test_windows_and_overstay() -> None:
    where = facility()
    days = [-1, 0, 30, 31, 60, 90, 91]
    stays = [convict(where) for _ in days]
    gone = convict(where)
    held = [convict(where) for _ in (3, 10, 11, -1)]
    assess_facility(where, TODAY)
    for stay, day in zip(stays, days, strict=True):
        released(stay, TODAY + dt.timedelta(days=day))
    released(gone, TODAY - dt.timedelta(days=5))
    Stay.objects.filter(pk=gone.pk).update(released_on=TODAY - dt.timedelta(days=5))
    for stay, day in zip(held, (3, 10, 11, -1), strict=True):
        released(stay, None, TODAY + dt.timedelta(days=day))
    home = queries.count_people(where, TODAY)
    assert home.released_within == {30: 2, 60: 4, 90: 5}
    assert home.released_today == 1
    assert home.detention_ends_within == {10: 2, 3: 1}
    assert home.overstay == 2
    inside = Stay.objects.filter(facility=where, released_on=None)
    assert set(inside.filter(grounds.overstays(TODAY)).values_list("pk", flat=True)) == {stays[0].pk, held[3].pk}
    assert [row.stay_id for row in queries.releases(where, TODAY, 30)] == [stays[1].pk, stays[2].pk]
    assert [row.stay_id for row in queries.detentions_ending(where, TODAY, 3)] == [held[0].pk]


def test_overdue_names_the_office_and_since_when() -> None:
    where = facility()
    convict(where)
    nightly(where)
    step = Step.objects.filter(state="open").first()
    Step.objects.exclude(pk=step.pk).update(due_on=None)
    Step.objects.filter(pk=step.pk).update(due_on=TODAY - dt.timedelta(days=4), office="directorate")
    home = queries.count_steps(where, TODAY)
    assert [(owed.office, owed.count, owed.since) for owed in home.overdue] == [
        ("directorate", 1, TODAY - dt.timedelta(days=4))
    ]
    assert home.overdue_total == 1
    assert list(queries.overdue_steps(where, TODAY, "directorate")) == [step]
    assert not queries.overdue_steps(where, TODAY, "head").exists()
    assert queries.steps_lying(where).count() == home.without_limit
    other = facility("Lapas Lain")
    assert queries.count_steps(other, TODAY).overdue == []


def test_a_list_filters_and_pages() -> None:
    where = facility()
    stay = convict(where)
    convict(where, known=False)
    nightly(where)
    parole = queries.case_list(where, {"right": "parole", "state": "open", "office": ""})
    assert {case.right for case in parole} == {"parole"}
    assert queries.case_list(where, {"right": "parole", "kind": "complete_facts"}).count() == 1
    assert queries.case_list(where, text=stay.person.name).first().stay == stay
    with pytest.raises(ValueError, match="order is one of"):
        queries.case_list(where, order="password")


def test_calendar_counts_by_day_and_right() -> None:
    where = facility()
    convict(where)
    convict(where)
    nightly(where)
    days = queries.calendar(where, TODAY, dt.date(2026, 12, 31))
    found = {day.on: day for day in days}
    assert found[dt.date(2026, 6, 10)].rights["parole"] == 2
    assert found[dt.date(2026, 8, 17)].rights["general_remission"] == 2


@pytest.mark.parametrize("people", [5, 60])
def test_number_of_queries_is_fixed(django_assert_num_queries, people: int) -> None:
    where = facility()
    crowd(where, people, TODAY)
    nightly(where)
    with django_assert_num_queries(1):
        queries.count_people(where, TODAY)
    with django_assert_num_queries(1):
        queries.count_steps(where, TODAY)
    with django_assert_num_queries(1):
        queries.calendar(where, TODAY, TODAY + dt.timedelta(days=365))
    with django_assert_num_queries(2):
        for case in queries.case_list(where)[:25]:
            assert case.stay.person.name
            assert len(case.open_steps) == 1
    with django_assert_num_queries(1):
        for step in queries.steps_lying(where)[:25]:
            assert step.case.stay.person.name

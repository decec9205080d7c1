"""The expected path of one person, worked out by hand beside the sums."""

import datetime as dt

import pytest

from teladan.people.models import Person
from teladan.rights.queries.expected import drafts_that_move, expected
from teladan.rights.reforms.services import try_reform
from teladan.rights.reforms.tests.test_trying import HOME
from teladan.rights.tests.world import convict, facility, now

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 1)


def test_the_next_remissions_and_then_parole() -> None:
    """6 years from 10 June 2024 end on 10 June 2030; two thirds are four years: 10 June 2028.

    17 August 2026, the first general remission, after more than a year: 2 months. Christmas, the first religious one:
    1 month. 17 August 2027, the second general one: 3 months. In all 180 days: two thirds come on 13 December 2027,
    before the next Christmas.
    """
    stay = convict(facility(), years=6)
    path = expected(stay, DAY)
    assert [(str(step.day), step.right, step.days, step.rung) for step in path.steps] == [
        ("2026-08-17", "general_remission", 60, 1),
        ("2026-12-25", "religious_remission", 30, 1),
        ("2027-08-17", "general_remission", 90, 2),
    ]
    assert path.expiry == dt.date(2030, 6, 10) - dt.timedelta(days=180)
    assert (path.leaves, path.way) == (dt.date(2028, 6, 10) - dt.timedelta(days=180), "parole")
    assert path.law
    assert all(step.law for step in path.steps)
    assert not path.unsure


def test_what_the_law_cannot_read_has_no_path() -> None:
    stay = convict(facility())
    Person.objects.update(birth_date=dt.date(2025, 1, 1))
    stay.person.refresh_from_db()
    assert expected(stay, DAY) is None


def test_a_draft_that_would_move_the_person_is_named() -> None:
    where = facility()
    stay = convict(where, years=6)
    assert drafts_that_move(stay, DAY) == []
    run = try_reform(where, HOME, actor=None, now=now())
    (found,) = drafts_that_move(stay, DAY)
    assert (found.run, found.days < 0, found.by) == (run, True, -found.days)
    assert drafts_that_move(stay, run.first) == []
    assert drafts_that_move(convict(where, years=15), DAY) == []

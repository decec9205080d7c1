"""A move in the year 0001 once broke the page, one in the year 9999 was taken."""

import datetime as dt

import pytest
from django.utils import timezone

from teladan.people import services
from teladan.people.errors import Invalid
from teladan.people.models import Movement
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "code"),
    [(dt.date(1, 1, 1), "before_custody"), (dt.date(9999, 12, 31), "in_future")],
)
def test_a_move_in_an_impossible_year_is_refused_at_its_field(facility, officer, day, code):
    stay = admit_somebody(facility, officer)
    at = timezone.make_aware(dt.datetime.combine(day, dt.time.min))
    with pytest.raises(Invalid) as refused:
        services.add(Movement, stay, {"kind": "court", "at": at}, actor=officer, why=WHY, today=TODAY)
    assert [(wrong.field, wrong.code) for wrong in refused.value.problems] == [("at", code)]

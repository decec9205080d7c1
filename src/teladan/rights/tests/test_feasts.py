"""A feast as the government set it is laid over the table of the law."""

import datetime as dt

import pytest

from teladan.rights.errors import RightsError
from teladan.rights.feasts import correct_feast, feast_days
from teladan.rights.models import RightStanding
from teladan.rights.remission_day import propose
from teladan.rights.services import assess_stays
from teladan.rights.tests.world import TODAY, convict, facility, now, officer

pytestmark = pytest.mark.django_db


def corrected(where, day: dt.date, replaces: dt.date | None = None, source: str = "SKB 3 Menteri"):
    clerk = officer(where)
    return correct_feast(where, religion="hindu", day=day, replaces=replaces, source=source, actor=clerk, now=now())


def test_a_correction_moves_the_grant_day_of_everybody() -> None:
    where = facility()
    stay = convict(where, religion="hindu", years=6)
    (table, _estimated), *_ = feast_days("hindu", 2027)
    moved = table + dt.timedelta(days=1)
    corrected(where, moved)
    assert feast_days("hindu", 2027) == [(moved, False)]
    assess_stays([stay], TODAY)
    assert RightStanding.objects.get(right="religious_remission").date == moved
    assert [each.stay for each in propose(where, "religious_remission", moved, "hindu").granted] == [stay]
    assert propose(where, "religious_remission", table, "hindu").granted == []


def test_the_last_correction_counts() -> None:
    where = facility()
    (table, _), *_ = feast_days("hindu", 2027)
    corrected(where, table + dt.timedelta(days=2))
    corrected(where, table - dt.timedelta(days=1))
    assert [day for day, _ in feast_days("hindu", 2027)] == [table - dt.timedelta(days=1)]


def test_a_correction_names_its_source() -> None:
    with pytest.raises(RightsError) as refused:
        corrected(facility(), dt.date(2027, 3, 9), source=" ")
    assert refused.value.code == "no_source"


def test_a_religion_without_a_feast_has_none() -> None:
    assert feast_days("belief", 2027) == []

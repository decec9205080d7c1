"""A feast as the government set it is laid over the table of the law, for every facility."""

import datetime as dt

import pytest

from teladan.ledger.models import Entry
from teladan.rights.errors import RightsError
from teladan.rights.feasts import feast_days
from teladan.rights.models import FeastCorrection, RightStanding
from teladan.rights.remission_day import propose
from teladan.rights.services.feasts import add_feast, move_feast, take_back
from teladan.rights.tests.world import convict, facility, now, officer

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def moved(where, replaces: dt.date, day: dt.date, source: str = "SKB 3 Menteri", religion: str = "hindu"):
    return move_feast(religion, replaces, day, source=source, actor=officer(where, "head"), now=now())


def refusal(act) -> str:
    with pytest.raises(RightsError) as refused:
        act()
    return refused.value.code


def nyepi() -> dt.date:
    return feast_days("hindu", 2027)[0][0]


def test_a_correction_moves_the_grant_day_of_everybody_at_once() -> None:
    here, there, table = facility(), facility("Lapas Lain"), nyepi()
    stays = [convict(here, religion="hindu", years=6), convict(there, religion="hindu", years=6)]
    moved(here, table, table + DAY)
    assert feast_days("hindu", 2027) == [(table + DAY, False)]
    dates = RightStanding.objects.filter(right="religious_remission").values_list("standing__stay", "date")
    assert set(dates) == {(stay.pk, table + DAY) for stay in stays}
    assert [each.stay for each in propose(here, "religious_remission", table + DAY, "hindu").granted] == stays[:1]
    assert propose(here, "religious_remission", table, "hindu").granted == []


def test_every_facility_has_it_in_its_ledger_and_only_the_own_one_names_the_officer() -> None:
    here, there = facility(), facility("Lapas Lain")
    made = moved(here, nyepi(), nyepi() + DAY)
    acts = Entry.objects.filter(action="rights.feast.corrected").values_list("facility", "actor")
    assert set(acts) == {(here.pk, made.made_by_id), (there.pk, None)}


def test_the_last_correction_counts_and_taking_it_back_brings_the_one_before() -> None:
    where, table = facility(), nyepi()
    first = moved(where, table, table + 2 * DAY)
    second = moved(where, table, table - DAY)
    assert [day for day, _ in feast_days("hindu", 2027)] == [table - DAY]
    said = {"why": "Salah ketik", "actor": None, "now": now()}
    assert take_back(second, **said) == take_back(second, **said)
    assert [day for day, _ in feast_days("hindu", 2027)] == [table + 2 * DAY]
    take_back(first, **said)
    assert [day for day, _ in feast_days("hindu", 2027)] == [table]


def test_of_two_idul_fitri_in_one_year_the_chosen_one_moves() -> None:
    where = facility()
    (first, _), (second, _) = feast_days("islam", 2033)
    moved(where, second, second - DAY, religion="islam")
    assert [day for day, _ in feast_days("islam", 2033)] == [first, second - DAY]


def test_the_estimated_day_itself_can_be_set() -> None:
    where = facility()
    ((table, estimated),) = feast_days("islam", 2031)
    assert estimated
    moved(where, table, table, religion="islam")
    assert feast_days("islam", 2031) == [(table, False)]


def test_an_extra_feast_replaces_none() -> None:
    facility()
    table = nyepi()
    add_feast("hindu", table + DAY, source="Keppres", actor=None, now=now())
    assert feast_days("hindu", 2027) == [(table, feast_days("hindu", 2027)[0][1]), (table + DAY, False)]


def test_sent_twice_it_is_kept_once() -> None:
    where, table = facility(), nyepi()
    said = {"source": "SKB", "actor": officer(where, "head"), "now": now()}
    assert move_feast("hindu", table, table + DAY, **said) == move_feast("hindu", table, table + DAY, **said)
    assert add_feast("islam", table, **said) == add_feast("islam", table, **said)
    assert FeastCorrection.objects.count() == 2


def test_what_is_refused() -> None:
    where, table = facility(), nyepi()
    assert refusal(lambda: moved(where, table, table + DAY, source=" ")) == "no_source"
    assert refusal(lambda: moved(where, table + DAY, table)) == "no_feast"
    assert refusal(lambda: moved(where, table, table + 15 * DAY)) == "too_far"
    add_feast("hindu", table + DAY, source="Keppres", actor=None, now=now())
    assert refusal(lambda: moved(where, table, table + DAY)) == "taken"
    assert refusal(lambda: add_feast("hindu", table, source="Keppres", actor=None, now=now())) == "taken"
    assert FeastCorrection.objects.count() == 1


def test_a_correction_of_a_day_that_a_later_table_lost_moves_the_nearest() -> None:
    table = nyepi()
    FeastCorrection.objects.create(
        religion="hindu", year=2027, day=table + DAY, replaces=table + 2 * DAY, source="SKB", made_at=now()
    )
    assert [day for day, _ in feast_days("hindu", 2027)] == [table + DAY]


def test_a_religion_without_a_feast_has_none() -> None:
    assert feast_days("belief", 2027) == []

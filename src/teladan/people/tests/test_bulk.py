"""Rows written at once are the same as rows saved one by one, history included, in a number of queries of its own."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from teladan.people import bulk, services
from teladan.people.models import Movement, Person, Remission, RiskAssessment, Stay
from teladan.people.tests.conftest import TODAY, WHY

OF_THE_LINE = {"history_id", "history_date", "id"}


def days(count: int) -> list[dt.date]:
    return [dt.date(2026, 2, 1) + dt.timedelta(days=n) for n in range(count)]


def test_rows_get_their_keys_in_order(stay: Stay) -> None:
    rows = [RiskAssessment(stay=stay, on=day, level="low") for day in days(1200)]
    bulk.insert(RiskAssessment, rows)
    kept = dict(RiskAssessment.objects.values_list("pk", "on"))
    assert [kept[row.pk] for row in rows] == days(1200)
    assert not rows[0]._state.adding


def test_a_row_takes_the_key_its_owner_got_meanwhile(facility: Any) -> None:
    person = Person(facility=facility, name="Ano", sex="male")
    stay = Stay(person=person, facility=facility, status="convict", register_number="9", admitted_on=TODAY)
    bulk.insert(Person, [person])
    bulk.insert(Stay, [stay])
    assert Stay.objects.get(pk=stay.pk).person == person


def test_the_history_is_as_a_saved_row_writes_it(stay: Stay, officer: Any) -> None:
    one, other = (Remission(stay=stay, kind="general", granted_on=day, months=2, days=3) for day in days(2))
    one._history_user, one._change_reason = officer, WHY
    one.save()
    bulk.insert(Remission, [other])
    bulk.remember(Remission, [other.pk], bulk.ADDED, officer, WHY)
    saved, copied = (Remission.history.filter(id=row.pk).values().get() for row in (one, other))
    same = set(saved) - OF_THE_LINE - {"granted_on"}
    assert {name: copied[name] for name in same} == {name: saved[name] for name in same}
    assert copied["granted_on"] == other.granted_on


def test_a_history_without_a_reason_is_refused(stay: Stay) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.remember(Stay, [stay.pk], bulk.CHANGED, None, None)


def test_an_upsert_writes_only_the_named_fields_of_what_is_there(stay: Stay) -> None:
    first = Remission(stay=stay, kind="general", granted_on=TODAY, months=1, decree_number="A")
    first._change_reason = WHY
    first.save()
    again = Remission(stay=stay, kind="general", granted_on=TODAY, months=5, decree_number="B")
    fresh = Remission(stay=stay, kind="decade", granted_on=TODAY, months=2)
    bulk.upsert(Remission, [again, fresh], ["stay", "kind", "late_for", "granted_on"], ["months"])
    assert again.pk == first.pk
    assert list(Remission.objects.order_by("pk").values_list("months", "decree_number")) == [(5, "A"), (2, "")]


def test_each_row_is_updated_with_its_own_values(stay: Stay) -> None:
    rows = [RiskAssessment(stay=stay, on=day, level="low") for day in days(3)]
    bulk.insert(RiskAssessment, rows)
    for row, day in zip(rows, reversed(days(3)), strict=True):
        row.on = day
    bulk.update(RiskAssessment, rows, ["on"])
    assert [RiskAssessment.objects.get(pk=row.pk).on for row in rows] == list(reversed(days(3)))


def test_a_json_value_and_a_moment_come_back_as_they_were(stay: Stay) -> None:
    copy = Stay.objects.get(pk=stay.pk)
    copy.known_lists = ["risk", "merits"]
    bulk.update(Stay, [copy], ["known_lists"])
    bulk.remember(Stay, [stay.pk], bulk.CHANGED, None, WHY)
    assert Stay.objects.get(pk=stay.pk).known_lists == ["risk", "merits"]
    assert Stay.history.filter(id=stay.pk).first().known_lists == ["risk", "merits"]
    moved = Movement(stay=stay, kind="leave", at=dt.datetime(2026, 5, 1, 8, tzinfo=dt.UTC))
    bulk.insert(Movement, [moved])
    assert Movement.objects.get(pk=moved.pk).at == moved.at


def test_nothing_is_nothing(stay: Stay) -> None:
    with CaptureQueriesContext(connection) as queries:
        bulk.insert(RiskAssessment, [])
        bulk.remember(RiskAssessment, [], bulk.ADDED, None, WHY)
    assert len(queries) == 0


def test_queries_of_many_rows_are_as_many_as_of_one(stay: Stay, officer: Any) -> None:
    def count(some: list[dt.date]) -> int:
        rows = [(stay, {"on": day, "level": "low"}) for day in some]
        with CaptureQueriesContext(connection) as queries:
            services.add_many(RiskAssessment, rows, actor=officer, why=WHY, today=TODAY)
        return len(queries)

    one, many = count(days(1)), count(days(101)[1:])
    assert many <= one + 2, (one, many)  # the ledger's and the table's second statement

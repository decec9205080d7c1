"""The register as it was known at the end of a day; a table that facts are read from cannot be forgotten."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from teladan.people import services
from teladan.people.models import Remission, Sentence, Stay, Verdict
from teladan.people.queries import FACT_MODELS, facts_of, known_on
from teladan.people.queries.tables import known_before
from teladan.people.tests.conftest import TODAY, WHY
from teladan.rights.tests.clock import Clock

TABLE = re.compile(r'(?:FROM|JOIN) "(people_\w+)"')


@pytest.fixture
def clock(monkeypatch) -> Clock:
    return Clock(monkeypatch, TODAY)


def tables_read(act) -> set[str]:
    with CaptureQueriesContext(connection) as queries:
        act()
    return {table for query in queries.captured_queries for table in TABLE.findall(query["sql"])}


def test_every_table_that_facts_are_read_from_is_read_from_its_history(clock, stay):
    clock.set(TODAY + dt.timedelta(days=1))
    present = tables_read(lambda: facts_of(Stay.objects.filter(pk=stay.pk).select_related("person"), TODAY))
    past = tables_read(lambda: known_on(stay.pk, TODAY).facts(TODAY))
    assert present == {model._meta.db_table for model in FACT_MODELS}
    assert past == {model.history.model._meta.db_table for model in FACT_MODELS}


def test_today_is_known_as_it_is(clock, officer, stay):
    services.add(Remission, stay, {"kind": "general", "granted_on": TODAY, "days": 15}, actor=officer, why=WHY)
    (present,) = facts_of([stay], TODAY)
    assert known_on(stay.pk, TODAY).facts(TODAY) == present


def test_sentences_come_in_the_same_order_with_and_without_a_date(clock, officer, stay):
    for number, day in ((7, None), (8, dt.date(2025, 1, 1))):
        values = {"case_number": f"{number}/Pid.B/2025/PN Ujg", "verdict_date": day}
        verdict = services.add(Verdict, stay, values, actor=officer, why=WHY, today=TODAY)
        services.add(Sentence, stay, {"verdict": verdict, "kind": "prison", "years": 1}, actor=officer, why=WHY)
    Sentence.objects.update(order=1)
    Sentence.history.update(order=1)
    (present,) = facts_of([stay], TODAY)
    assert [each["case_number"][0] for each in present["sentences"]] == ["7", "8", "1"]
    assert known_on(stay.pk, TODAY).facts(TODAY) == present


def test_a_judgment_without_its_punishment_was_not_known_either(clock, officer, stay):
    values = {"case_number": "9/Pid.B/2025/PN Ujg"}
    services.add(Verdict, stay, values, actor=officer, why=WHY, today=TODAY)
    services.remove(stay.verdicts.get(case_number="12/Pid.B/2025/PN Ujg"), expected_version=1, actor=officer, why=WHY)
    assert "sentences" not in known_on(stay.pk, TODAY).facts(TODAY)
    clock.set(TODAY + dt.timedelta(days=1))


def test_what_was_removed_later_is_there_and_what_came_later_is_not(clock, officer, stay):
    clock.set(TODAY + dt.timedelta(days=1))
    services.remove(stay.verdicts.get(), expected_version=1, actor=officer, why=WHY, today=TODAY)
    services.change(stay.person, {"religion": "islam"}, expected_version=1, actor=officer, why=WHY, today=TODAY)
    then, later = (known_on(stay.pk, TODAY + dt.timedelta(days=days)).facts(TODAY) for days in (0, 1))
    assert (then["person"]["religion"], later["person"]["religion"]) == ("catholic", "islam")
    assert len(then["sentences"]) == 1
    assert "sentences" not in later


def test_the_day_ends_at_midnight_of_the_prison(clock, stay):
    moment = clock.at.replace(hour=23, minute=59, second=59, microsecond=0)
    clock.at = moment
    services.change(stay, {"known_lists": ["absences"]}, expected_version=1, actor=None, why=WHY, today=TODAY)
    assert known_on(stay.pk, TODAY).facts(TODAY)["absences"] == []
    assert known_before(moment)(Stay).get(id=stay.pk).known_lists == []


def test_nobody_is_known_before_the_admission(clock, stay):
    assert known_on(stay.pk, TODAY - dt.timedelta(days=1)) is None

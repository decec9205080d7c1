"""A remission day opens by itself, with all its cases, once; until it is decided it follows the law."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from teladan.ledger.queries import verify
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import ConductReport, Discipline, Programme, RiskAssessment, Stay
from teladan.people.services import add, confirm_lists
from teladan.rights.day import judged_on
from teladan.rights.models import Case, FeastCorrection, Job, Occasion, RightsSetting
from teladan.rights.remission_day import decide_occasion, differences, near, open_occasion
from teladan.rights.remission_day.calendar import CommonDay, due_days
from teladan.rights.remission_day.near import keep_days
from teladan.rights.services import assess_facility, set_preparation
from teladan.rights.tests.crowd import crowd
from teladan.rights.tests.world import TODAY, convict, facility, kept, now, officer

pytestmark = pytest.mark.django_db
AUGUST = dt.date(2026, 8, 17)
FIRST = dt.date(2026, 5, 19)  # ninety days before


@pytest.fixture
def where():
    return facility()


def night(where, day=FIRST):
    assess_facility(where, day)
    return keep_days(where, day, now(day))


def test_seventeen_august_opens_ninety_days_before_and_not_earlier(where) -> None:
    crowd(where, 20, AUGUST)
    assert night(where, FIRST - dt.timedelta(days=1))[0] == 0
    assert night(where)[0] == 1
    occasion = Occasion.objects.get()
    assert (occasion.right, occasion.grant_day, occasion.made_by, occasion.how) == (
        "general_remission",
        AUGUST,
        None,
        "night",
    )
    assert str(occasion.get_how_display()) == "sistem, malam"
    assert occasion.cases.count() > 10


def test_a_longer_preparation_opens_the_day_at_once(where) -> None:
    crowd(where, 20, AUGUST)
    early, head = FIRST - dt.timedelta(days=30), officer(where)
    assert night(where, early)[0] == 0
    days = {"general_remission": 120}
    set_preparation(where, days, expected_version=0, why="Berkas lama datangnya", actor=head, today=early)
    occasion = Occasion.objects.get()
    assert (occasion.grant_day, occasion.how, Job.objects.get().state) == (AUGUST, "change", "done")
    assert night(where, early)[0] == 0


def test_the_night_makes_what_the_button_makes() -> None:
    one, two = facility("Satu"), facility("Dua")
    for where in (one, two):
        crowd(where, 30, AUGUST)
    night(one)
    open_occasion(two, "general_remission", AUGUST, actor=officer(two), now=now(FIRST))
    made = [
        list(
            Case.objects.filter(facility=where)
            .order_by("stay__register_number", "right")
            .values_list("stay__register_number", "right", "length_days", "date", "occurrence", "state", "detail")
        )
        for where in (one, two)
    ]
    assert made[0] == made[1] != []


def test_every_faith_inside_has_its_feast_and_children_their_day(where) -> None:
    convict(where, religion="hindu")
    convict(where, religion="islam")
    Stay.objects.filter(pk=convict(where, religion="protestant").pk).update(status="child")
    days = {each.key for each in due_days(where, dt.date(2025, 12, 22))}
    assert days == {
        ("religious_remission", "protestant", dt.date(2025, 12, 25)),
        ("religious_remission", "hindu", dt.date(2026, 3, 19)),
        ("religious_remission", "islam", dt.date(2026, 3, 21)),
    }
    assert ("child_reduction", "", dt.date(2026, 7, 23)) in {each.key for each in due_days(where, FIRST)}


def test_preparation_is_the_facilitys_setting(where) -> None:
    convict(where)
    kept(RightsSetting, facility=where, preparation_days=10)
    assert night(where)[0] == 0
    assert night(where, AUGUST - dt.timedelta(days=10))[0] == 1


def test_nobody_entitled_opens_nothing(where) -> None:
    convict(where, known=False)
    assert night(where)[0] == 0
    assert not Occasion.objects.exists()


def test_every_night_again_makes_nothing_twice(where) -> None:
    crowd(where, 20, AUGUST)
    night(where)
    cases = Case.objects.count()
    opened, followed = night(where, TODAY)
    assert (opened, followed.added, followed.changed, followed.closed, followed.reopened) == (0, 0, 0, 0, 0)
    assert (Occasion.objects.count(), Case.objects.count()) == (1, cases)


def test_the_night_adds_who_became_entitled_and_closes_who_no_longer_is(where) -> None:
    first, second = convict(where), convict(where, known=False)
    night(where)
    assert set(Case.objects.values_list("stay", flat=True)) == {first.pk}
    Stay.objects.filter(pk=second.pk).update(known_lists=Stay.objects.get(pk=first.pk).known_lists)
    for month in (dt.date(2025, 7, 1), dt.date(2026, 1, 1), dt.date(2026, 5, 1)):
        kept(ConductReport, stay=second, month=month, rating="good")
    kept(RiskAssessment, stay=second, on=dt.date(2025, 1, 1), level="low")
    kept(Programme, stay=second, from_day=dt.date(2024, 10, 1))
    kept(Discipline, stay=first, on=FIRST, level="heavy")
    _opened, followed = night(where, TODAY)
    assert (followed.added, followed.closed) == (1, 1)
    lost = Case.objects.get(stay=first)
    assert (lost.state, lost.close_reason) == ("closed", "not_entitled:no_violation_within_6_months")
    assert "enam bulan" in lost.why_closed.lower() or "6" in lost.why_closed
    assert not lost.steps.filter(state__in=["open", "waiting"]).exists()
    Discipline.objects.update(on=dt.date(2025, 1, 1))
    _opened, followed = night(where, TODAY)
    assert (followed.reopened, Case.objects.get(stay=first).steps.filter(state="open").count()) == (1, 1)
    assert differences(Occasion.objects.get()) == []
    assert verify(where) == []


def test_another_term_gives_the_open_case_another_amount(where) -> None:
    stay = convict(where, dt.date(2025, 11, 1), years=3)  # nine months served: one month of remission
    night(where)
    case = Case.objects.get()
    assert case.length_days == 30
    stay.detentions.update(start=dt.date(2025, 7, 1))  # more than a year: two months
    Stay.objects.filter(pk=stay.pk).update(admitted_on=dt.date(2025, 7, 1))
    assert night(where, TODAY)[1].changed == 1
    case.refresh_from_db()
    assert case.length_days == 60


def test_a_decided_day_follows_nothing(where) -> None:
    stay = convict(where)
    night(where)
    decide_occasion(Occasion.objects.get(), decree_number="X", on=AUGUST, actor=None, now=now(AUGUST))
    kept(Discipline, stay=stay, on=FIRST, level="heavy")
    assert night(where, TODAY)[1].closed == 0
    assert Case.objects.get(right="general_remission").state == "granted"


def test_a_change_brings_the_open_day_up_for_that_person_at_once(where) -> None:
    stay, clerk = convict(where, years=6), officer(where)
    night(where)
    with judged_on(TODAY):
        values = {"on": TODAY, "level": "heavy"}
        add(Discipline, stay, values, actor=clerk, why="Register F", today=TODAY)
    case = Case.objects.get(occasion__isnull=False)
    assert (case.state, case.close_reason) == ("closed", "not_entitled:no_violation_within_6_months")


def test_a_change_that_makes_somebody_entitled_opens_a_day_that_should_be_open(where) -> None:
    stay = convict(where, years=6, known=True)
    Stay.objects.filter(pk=stay.pk).update(known_lists=[])
    assert night(where)[0] == 0
    stay.refresh_from_db()
    with judged_on(TODAY):
        confirm_lists(stay, list(FACT_LISTS), actor=officer(where), why="Diperiksa", expected_version=stay.version)
    job = Job.objects.get()
    assert (job.kind, job.state, job.asked_by) == ("open", "done", None)
    assert str(Occasion.objects.get().get_how_display()) == "sistem, setelah perubahan data"


def test_a_feast_set_on_another_day_moves_the_cases(where) -> None:
    convict(where, religion="islam")
    start = dt.date(2026, 1, 5)
    night(where, start)
    (before,) = Occasion.objects.filter(religion="islam")
    other = before.grant_day + dt.timedelta(days=1)
    FeastCorrection.objects.create(religion="islam", year=2026, day=other, source="Isbat", made_at=now(start))
    night(where, start)
    assert set(before.cases.values_list("state", flat=True)) == {"closed"}
    assert Occasion.objects.get(religion="islam", grant_day=other).cases.get().state == "open"


def test_differences_take_no_locks(where) -> None:
    convict(where)
    night(where)
    with CaptureQueriesContext(connection) as queries:
        assert differences(Occasion.objects.get()) == []
    assert not [query for query in queries.captured_queries if "FOR UPDATE" in query["sql"]]


@pytest.mark.django_db(transaction=True)
def test_differences_may_be_asked_outside_a_transaction() -> None:
    where = facility()
    convict(where)
    night(where)
    assert differences(Occasion.objects.get()) == []


@pytest.mark.django_db(transaction=True)
def test_button_and_night_at_once_make_one_day() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite in memory is one connection; test_kill races processes on a file")
    where = facility()
    crowd(where, 40, AUGUST)
    clerk, barrier = officer(where), Barrier(4)

    def run(act):
        try:
            barrier.wait(10)
            return act()
        finally:
            connections.close_all()

    def press():
        return open_occasion(where, "general_remission", AUGUST, actor=clerk, now=now(FIRST))

    def sleep():
        return keep_days(where, FIRST, now(FIRST))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, [press, sleep, press, sleep]))
    cases = list(Case.objects.values_list("stay", "right"))
    assert Occasion.objects.count() == 1
    assert len(cases) == len(set(cases)) > 20
    assert verify(where) == []


def test_a_day_that_fails_leaves_the_others_their_night(where, monkeypatch) -> None:
    crowd(where, 20, AUGUST)
    lebaran = CommonDay("religious_remission", dt.date(2026, 8, 16), "islam")
    monkeypatch.setattr(near, "due_days", lambda *_: [lebaran, CommonDay("general_remission", AUGUST, "")])
    real = near.open_occasion

    def broken(which, right, *words, **named):
        if right == "religious_remission":
            raise ValueError("a fault of the program")
        return real(which, right, *words, **named)

    monkeypatch.setattr(near, "open_occasion", broken)
    with pytest.raises(ExceptionGroup) as said:
        night(where)
    assert [type(fault) for fault in said.value.exceptions] == [ValueError]
    assert Occasion.objects.get().right == "general_remission"

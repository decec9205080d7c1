"""Whenever dates or rights change, the assessment before is kept, with why; the passing of days makes no noise."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from teladan.people.models import ConductReport, Movement, Person, Remission, Sentence, Stay
from teladan.people.services import add, add_many, change, remove
from teladan.rights.jobs import running
from teladan.rights.models import LawSeen, Standing, StandingChange
from teladan.rights.queries import rules_between
from teladan.rights.remission_day import decide_occasion, open_occasion
from teladan.rights.services import assess, assess_facility, assess_stays, feasts
from teladan.rights.tests.clock import Clock
from teladan.rights.tests.world import TODAY, convict, facility, kept, now, officer

pytestmark = pytest.mark.django_db
GRANT = {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 2, "decree_number": "PAS-1/2025"}


@pytest.fixture
def clock(monkeypatch) -> Clock:
    return Clock(monkeypatch, TODAY)


@pytest.fixture
def stay(clock: Clock) -> Stay:
    found = convict(facility())
    assess_stays([found], TODAY)
    return found


@pytest.fixture
def clerk(stay: Stay):
    return officer(stay.facility)


def lines(stay: Stay) -> list[StandingChange]:
    return list(StandingChange.objects.filter(stay=stay))


def kinds(line: StandingChange) -> list[str]:
    return [cause["kind"] for cause in line.causes]


def test_the_first_assessment_changes_nothing(stay: Stay) -> None:
    assert lines(stay) == []
    assert Standing.objects.get(stay=stay).known_from is not None


def test_a_remission_says_what_moved_by_which_line_of_the_history(stay: Stay, clerk, clock: Clock) -> None:
    before = Standing.objects.get(stay=stay)
    clock.set(TODAY, 10)
    row = add(Remission, stay, GRANT, actor=clerk, why="Keputusan 2025", today=TODAY)
    (line,) = lines(stay)
    after = Standing.objects.get(stay=stay)
    assert line.dates["expiry"] == ["2027-06-10", "2027-04-11"]
    assert line.dates["remission_days"] == [0, 60]
    assert "start" not in line.dates
    assert line.causes == [{"kind": "register", "lines": [f"remission:{row.pk}@1"]}]
    assert (line.known_from, line.as_of, line.facts_hash) == (before.known_from, TODAY, before.facts_hash)
    assert (line.new_facts_hash, line.at) == (after.facts_hash, after.known_from)
    assert not line.quiet
    old, new = line.rights["parole"]
    assert (old[1], new[1]) == ("2026-06-10", after.rights.get(right="parole").date.isoformat())


def test_a_correction_and_a_removal_are_lines_of_their_own(stay: Stay, clerk) -> None:
    row = add(Remission, stay, GRANT, actor=clerk, why="Keputusan", today=TODAY)
    row = change(row, {"months": 3}, expected_version=1, actor=clerk, why="Salah baca", today=TODAY)
    remove(row, expected_version=2, actor=clerk, why="Bukan miliknya", today=TODAY)
    assert [line.dates["expiry"][1] for line in lines(stay)] == ["2027-06-10", "2027-03-12", "2027-04-11"]
    told = [line.causes[0]["lines"] for line in lines(stay)]
    assert told == [[f"remission:{row.pk}@{version}"] for version in (3, 2, 1)]


def test_what_moves_nothing_is_not_a_line(stay: Stay, clerk) -> None:
    add(Movement, stay, {"kind": "court", "at": now()}, actor=clerk, why="Sidang", today=TODAY)
    change(stay, {"room": "A1"}, expected_version=1, actor=clerk, why="Pindah", today=TODAY)
    add(ConductReport, stay, {"month": dt.date(2026, 6, 1), "rating": "good"}, actor=clerk, why="Rapor", today=TODAY)
    assert lines(stay) == []


def test_the_passing_of_days_is_quiet_and_says_so(stay: Stay) -> None:
    for days in range(1, 40):
        assess_stays([stay], TODAY + dt.timedelta(days=days))
    found = lines(stay)
    assert found
    assert {tuple(kinds(line)) for line in found} == {("day",)}
    assert all(line.quiet for line in found)
    assert len(found) < 6  # not a line a day
    parole = [line for line in found if "parole" in line.rights]
    assert [(line.rights["parole"][0][0], line.rights["parole"][1][0]) for line in parole] == [("upcoming", "eligible")]


def test_a_day_that_only_reads_another_letter_is_not_the_register(stay: Stay, clerk) -> None:
    """Which pledge counts depends on the day: the facts differ, nobody changed anything."""
    from teladan.people.models import Certificate  # noqa: PLC0415

    for detail, day in (("no_repeat", TODAY), ("loyalty", TODAY + dt.timedelta(days=5))):
        kept(Certificate, stay=stay, kind="pledge", detail=detail, on=day)
    assess_stays([stay], TODAY + dt.timedelta(days=1))
    StandingChange.objects.all().delete()
    assess_stays([stay], TODAY + dt.timedelta(days=30))
    assert all(kinds(line) == ["day"] for line in lines(stay))


def test_a_change_past_the_program_is_the_register_without_a_line(stay: Stay) -> None:
    Sentence.objects.filter(verdict__stay=stay).update(years=4)
    assess_stays([stay], TODAY)
    (line,) = lines(stay)
    assert line.causes == [{"kind": "register", "lines": []}]


def test_facts_that_the_law_refuses_and_takes_again(stay: Stay) -> None:
    rights = Standing.objects.get(stay=stay).rights.count()
    Person.objects.filter(pk=stay.person_id).update(birth_date=dt.date(2025, 1, 1))
    assess_facility(stay.facility, TODAY)
    Person.objects.filter(pk=stay.person_id).update(birth_date=dt.date(1985, 1, 1))
    assess_facility(stay.facility, TODAY)
    again, refused = lines(stay)
    assert refused.dates["expiry"] == ["2027-06-10", None]
    assert "birth_date" in refused.dates["problem"][1]
    assert {after for _before, after in map(tuple, [(b and 1, a) for b, a in refused.rights.values()])} == {None}
    assert len(refused.rights) == len(again.rights) == rights
    assert all(before is None for before, _after in again.rights.values())


def test_a_feast_that_was_moved_is_named(stay: Stay, clerk, monkeypatch) -> None:
    table = dt.date(2026, 12, 25)
    row = feasts.move_feast("protestant", table, dt.date(2026, 12, 26), source="SKB", actor=clerk, now=now())
    (line,) = lines(stay)
    assert line.causes == [{"kind": "feast", "corrections": [row.pk]}]
    assert line.rights["religious_remission"][0][1:2] == ["2026-12-25"]
    assert line.rights["religious_remission"][1][1:2] == ["2026-12-26"]
    assert set(line.rights) == {"religious_remission"}
    assert running  # the worker did it at once: tests run its jobs immediately


def test_a_new_law_is_named_with_its_rules(stay: Stay, monkeypatch) -> None:
    seen = LawSeen.objects.get()
    rules = dict(seen.rules) | {"right.parole.2022-08-03": "other", "arithmetic.gone": "x"}
    LawSeen.objects.create(version="before", first_used_at=seen.first_used_at, rules=rules)
    Standing.objects.update(law_version="before")
    assess_facility(stay.facility, TODAY)
    (line,) = lines(stay)
    assert kinds(line) == ["law"]
    assert (line.law_version, line.new_law_version) == ("before", assess.LAW_VERSION)
    assert line.quiet  # nothing moved by it; kept, so that the law of any day is known
    assert rules_between("before", assess.LAW_VERSION) == ("arithmetic.gone", "right.parole.2022-08-03")
    assert rules_between("never", assess.LAW_VERSION) is None


def test_a_law_is_remembered_once(stay: Stay, monkeypatch) -> None:
    monkeypatch.setattr(assess, "LAW_VERSION", "later")
    for _ in range(2):
        assess_facility(stay.facility, TODAY)
    assert list(LawSeen.objects.values_list("version", flat=True)) == [LawSeen.objects.first().version, "later"]


def test_another_program_with_the_same_law_is_not_blamed_on_anybody(stay: Stay) -> None:
    Standing.objects.update(half=dt.date(2025, 12, 8))
    assess_facility(stay.facility, TODAY)
    (line,) = lines(stay)
    assert line.causes == [{"kind": "program"}]


def test_a_remission_day_moves_the_dates_of_everybody_on_its_day(stay: Stay, clerk) -> None:
    """The decree comes before the day; the remission counts from the day on, and the line names it."""
    others = [convict(stay.facility) for _ in range(3)]
    assess_facility(stay.facility, TODAY)
    day = dt.date(2026, 8, 17)
    occasion = open_occasion(stay.facility, "general_remission", day, actor=clerk, now=now())
    decide_occasion(occasion, decree_number="PAS-9/2026", on=TODAY, actor=clerk, now=now())
    assess_facility(stay.facility, day - dt.timedelta(days=1))
    StandingChange.objects.all().delete()
    assess_facility(stay.facility, day)
    for each in [stay, *others]:
        (line,) = lines(each)
        assert line.causes == [{"kind": "day", "arrived": {"remissions": ["2026-08-17"]}}]
        assert line.dates["expiry"][0] > line.dates["expiry"][1]
        assert not line.quiet


def test_a_decree_after_its_day_moves_them_at_once(stay: Stay, clerk) -> None:
    day = dt.date(2025, 8, 17)
    occasion = open_occasion(stay.facility, "general_remission", day, actor=clerk, now=now())
    decide_occasion(occasion, decree_number="PAS-9/2025", on=TODAY, actor=clerk, now=now())
    keys = Remission.objects.filter(stay=stay).order_by("pk").values_list("pk", flat=True)
    (line,) = lines(stay)
    assert line.causes == [{"kind": "register", "lines": [f"remission:{key}@1" for key in keys]}]
    assert line.dates["remission_days"][0] == 0


def test_a_change_that_is_undone_leaves_no_line(stay: Stay, clerk) -> None:
    with transaction.atomic():
        add(Remission, stay, GRANT, actor=clerk, why="Keputusan", today=TODAY)
        assert len(lines(stay)) == 1
        transaction.set_rollback(True)
    assert lines(stay) == []
    assert Standing.objects.get(stay=stay).expiry == dt.date(2027, 6, 10)


def test_queries_do_not_grow_with_the_people(clock: Clock) -> None:
    where = facility()
    stays = [convict(where) for _ in range(30)]
    assess_stays(stays, TODAY)
    clerk = officer(where)

    def count(some: list[Stay], granted: dt.date) -> int:
        rows = [(each, GRANT | {"granted_on": granted}) for each in some]
        with CaptureQueriesContext(connection) as queries:
            add_many(Remission, rows, actor=clerk, why="SK", today=TODAY)
        return len(queries)

    few, many = count(stays[:3], dt.date(2025, 8, 17)), count(stays[3:], dt.date(2025, 8, 17))
    assert many <= few + 8, (few, many)
    assert StandingChange.objects.count() == 30

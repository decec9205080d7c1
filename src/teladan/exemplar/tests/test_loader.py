"""The demo enters the database whole or not at all, and says what the records say."""

import copy
import functools
import stat
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teladan.exemplar.demo import loader, population, sign_ins, steps
from teladan.exemplar.demo.facts import facts
from teladan.exemplar.demo.judge import by_law
from teladan.law.facts import parse
from teladan.people.checks import contradictions
from teladan.people.models import ConductReport, Facility, Officer, Person, Remission, Role, Stay
from teladan.people.queries import facts_of, people_inside
from teladan.people.whole import wholes_of
from teladan.rights.models import Case, Standing, Step

pytestmark = pytest.mark.django_db
AS_OF = date(2026, 11, 24)


really = population.generate
generated = functools.cache(lambda people, as_of, seed: really(people, as_of, seed, by_law))


def _copies(people, as_of, seed, _judge, tell):
    tell(people)
    return copy.deepcopy(generated(people, as_of, seed))


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, monkeypatch) -> None:
    settings.VAR = tmp_path
    # The same people every time (test_population proves it), so they are generated once.
    monkeypatch.setattr(loader.population, "generate", _copies)


def _demo(**options) -> str:
    told = StringIO()
    call_command("demo", stdout=told, **({"people": 40, "as_of": AS_OF} | options))
    return told.getvalue()


def test_the_register_says_what_the_records_say() -> None:
    _demo()
    records = generated(40, AS_OF, population.SEED)
    stays = sorted(people_inside(Facility.objects.get()), key=lambda stay: stay.pk)
    for record, stored in zip(records, facts_of(stays, AS_OF), strict=True):
        stored.pop("as_of")
        assert parse(stored) == parse(facts(record)), record.slot


def test_nothing_in_it_contradicts_itself() -> None:
    _demo(people=80)
    wholes = wholes_of(Stay.objects.select_related("person"))
    assert len(wholes) == 80
    assert not [problem for whole in wholes.values() for problem in contradictions(whole, AS_OF)]


def test_everybody_is_assessed_and_cases_are_on_their_way() -> None:
    _demo()
    facility = Facility.objects.get()
    assert facility.is_demo
    assert facility.capacity is None
    assert Standing.objects.filter(facility=facility, as_of=AS_OF, problem="").count() == 40
    assert Case.objects.filter(state=Case.State.OPEN).exists()
    assert Step.objects.filter(state=Step.State.DONE, done_by__isnull=False).exists()
    assert Step.objects.filter(state=Step.State.OPEN, due_on__lt=AS_OF).exists()


def test_every_row_has_the_first_line_of_its_history() -> None:
    _demo()
    for model in (Person, Stay, Remission, ConductReport):
        assert model.history.filter(history_change_reason="Data contoh").count() == model.objects.count()


def test_one_sign_in_a_role_kept_for_the_owner_only() -> None:
    told = _demo()
    assert {officer.role for officer in Officer.objects.all()} == set(Role.values)
    assert stat.S_IMODE(sign_ins.path().stat().st_mode) == 0o600
    password = told.split("kata sandi: ")[1].split()[0]
    assert all(officer.check_password(password) for officer in Officer.objects.all()[:2])
    assert "tpp1 ... tpp5" in told


def test_a_second_run_keeps_everything_and_prints_the_same_sign_ins() -> None:
    first = _demo().split("Demo sign-ins")[1]
    Person.objects.filter(pk=Person.objects.first().pk).update(name="Diubah petugas")
    assert _demo().split("Demo sign-ins")[1] == first
    assert Person.objects.filter(name="Diubah petugas").count() == 1
    assert Person.objects.count() == 40


def test_a_lost_page_of_sign_ins_gives_a_new_password() -> None:
    _demo()
    sign_ins.path().unlink()
    password = _demo().split("kata sandi: ")[1].split()[0]
    assert Officer.objects.first().check_password(password)


def test_reset_starts_over() -> None:
    _demo()
    Person.objects.update(name="Diubah petugas")
    _demo(people=10, reset=True)
    assert Person.objects.count() == 10
    assert not Person.objects.filter(name="Diubah petugas").exists()
    assert Facility.objects.count() == 1


def test_a_real_facility_is_left_alone() -> None:
    Facility.objects.create(name="Rutan Nyata", place="X", regional_office="Y", probation_office="Z")
    for options in ({}, {"reset": True}):
        with pytest.raises(CommandError, match="not a demo"):
            _demo(**options)
    assert Facility.objects.count() == 1
    assert not Person.objects.exists()


def test_a_database_with_an_officer_and_no_facility_is_not_empty() -> None:
    Officer.objects.create(username="admin")
    with pytest.raises(CommandError, match="not a demo"):
        _demo()
    assert not Facility.objects.exists()


def test_stopped_half_way_it_leaves_nothing(monkeypatch) -> None:
    def fail(*_args) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "open_and_walk", fail)
    with pytest.raises(KeyboardInterrupt):
        _demo()
    assert not Facility.objects.exists()
    assert not Person.objects.exists()
    assert not sign_ins.path().exists()


def test_nobody_is_not_a_demo() -> None:
    with pytest.raises(CommandError, match="--people"):
        _demo(people=0)


def test_nights_never_reach_back_before_the_last_grant_day() -> None:
    assert list(steps.nights(date(2026, 8, 18))) == [date(2026, 8, 18)]
    assert list(steps.nights(date(2026, 11, 24))) == [
        date(2026, 9, 25),
        date(2026, 10, 25),
        date(2026, 11, 24),
    ]


def test_progress_counts_up_to_everybody() -> None:
    told = []
    loader.load(12, AS_OF, 5, lambda *step: told.append(step))
    assert ("people", 12, 12) in told
    assert told[-1][0] == "cases"

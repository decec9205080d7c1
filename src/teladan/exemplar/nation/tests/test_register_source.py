"""The register read as columns says what `facts_of` says, person by person; whoever is refused is refused alike."""

import copy
import datetime as dt
import functools
import random
from io import StringIO

import pyarrow.parquet as pq
import pytest
from django.core.management import call_command
from django.db import connection, transaction

from teladan.exemplar.demo import loader, population, sign_ins
from teladan.exemplar.demo.judge import by_law
from teladan.exemplar.nation import register_source
from teladan.exemplar.nation.layout import UnusableError
from teladan.exemplar.nation.register_source import RegisterSource
from teladan.exemplar.nation.tests.test_arrow_people import assert_same, one_by_one
from teladan.law.columns import from_facts
from teladan.law.terms import day_of
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import Certificate, Facility, Person, Sentence, Stay, Verdict
from teladan.people.queries import facts_of

AS_OF = dt.date(2026, 11, 24)
really = population.generate
generated = functools.cache(lambda people, as_of, seed: really(people, as_of, seed, by_law))  # once: it takes long
pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(monkeypatch, tmp_path, settings):
    """Forty made-up people, with gaps and contradictions that a register may have."""
    settings.VAR = tmp_path
    monkeypatch.setattr(loader.population, "generate", lambda *told: copy.deepcopy(generated(*told[:3])))
    monkeypatch.setattr(loader.steps, "open_and_walk", lambda *_args: None)
    monkeypatch.setattr(sign_ins, "write", lambda _password: None)
    facility = loader.load(40, AS_OF, population.SEED, lambda *_told: None)
    spoil(random.Random(3))  # noqa: S311 - the same gaps every time
    return facility


def spoil(chance):
    """Facts that are not known, judgments without punishment, letters of every kind, and what the law refuses."""
    stays = list(Stay.objects.order_by("pk"))
    for stay in stays:
        named = chance.sample(sorted(FACT_LISTS), chance.randint(0, len(FACT_LISTS)))
        Stay.objects.filter(pk=stay.pk).update(known_lists=named)
        letters(stay, chance)
        verdict = Verdict.objects.filter(stay=stay).first()
        kind = chance.randrange(6)
        if kind == 0 and verdict:
            Verdict.objects.filter(pk=verdict.pk).update(final_on=None, is_final_known=chance.random() < 0.5)
        elif kind == 1:
            Verdict.objects.bulk_create([Verdict(stay=stay, case_number="1/X", articles=["KUHP:340", "KUHP:363"])])
        elif kind == 2:
            Sentence.objects.filter(verdict=verdict).update(fine_known=False, restitution_rp=5, restitution_days=3)
        elif kind == 3:
            Sentence.objects.filter(verdict=verdict).update(kind="life", years=1)
    people = list(Person.objects.order_by("pk"))
    Person.objects.filter(pk=people[0].pk).update(birth_date=None, nationality="MY", sex="", religion="")
    Person.objects.filter(pk=people[1].pk).update(birth_date=AS_OF)
    Person.objects.filter(pk=people[2].pk).update(nationality="xx")
    Person.objects.filter(pk=people[3].pk).update(birth_date=dt.date(1850, 1, 1))
    Stay.objects.filter(pk=stays[4].pk).update(released_on=AS_OF, release_kind="parole")
    Verdict.objects.filter(stay=stays[5]).update(articles=[7])


def letters(stay, chance):
    made = [
        Certificate(stay=stay, kind=kind, detail=chance.choice(details), on=AS_OF + dt.timedelta(chance.randint(-9, 3)))
        for kind, details in (
            ("illness", [""]),
            ("cooperation", [""]),
            ("pledge", ["loyalty", "no_repeat", "no_repeat"]),
            ("merit", ["humanity", "helper"]),
        )
        for _ in range(chance.choice([0, 0, 1, 3]))
    ]
    Certificate.objects.bulk_create(made)


@pytest.mark.parametrize("at_once", [7, 1000])
def test_columns_say_what_the_facts_say(demo, at_once, monkeypatch):
    monkeypatch.setattr(register_source, "PEOPLE_AT_ONCE", at_once)
    inside = list(Stay.objects.filter(released_on=None).select_related("person").order_by("pk"))
    facts = facts_of(inside, AS_OF)
    source = RegisterSource(None, AS_OF)
    assert source.total == len(inside) == 39
    for stretch in source.stretches({}):
        chunk = stretch.read()
        usable, refused = one_by_one(facts[stretch.first : stretch.first + stretch.rows])
        assert [(each.row - stretch.first, each.field, each.error) for each in chunk.refused] == refused
        assert chunk.ids == [str(inside[stretch.first + row].uid) for row, _ in usable]
        assert chunk.as_of.tolist() == [day_of(AS_OF)] * len(usable)
        assert_same(chunk.people, from_facts([each for _, each in usable]))


def test_the_law_refuses_some_of_them_and_most_are_read_without_looking_at_each(demo, monkeypatch):
    doubted = []
    really = RegisterSource._rows
    monkeypatch.setattr(RegisterSource, "_rows", lambda self, stays: doubted.extend(stays) or really(self, stays))
    chunks = [stretch.read() for stretch in RegisterSource(None, AS_OF).stretches({})]
    refused = [each for chunk in chunks for each in chunk.refused]
    assert {each.field for each in refused} >= {"person.birth_date", "person.nationality"}
    assert len(doubted) <= 12


def test_one_facility_only(demo):
    Facility.objects.update(code="one")
    other = Facility.objects.create(name="Lain", code="other", place="Ujung", regional_office="X", probation_office="Y")
    Stay.objects.filter(pk=Stay.objects.latest("pk").pk).update(facility=other)
    assert RegisterSource("other", AS_OF).total == 1
    read = [stretch.read() for stretch in RegisterSource("other", AS_OF).stretches({})]
    assert [len(chunk.ids) for chunk in read] == [1]
    with pytest.raises(UnusableError, match="one, other"):
        RegisterSource("third", AS_OF)


def test_another_register_is_another_identity(demo):
    before = RegisterSource(None, AS_OF).identity
    assert RegisterSource(None, AS_OF).identity == before
    demo.refresh_from_db()
    with transaction.atomic():
        loader.ledger.append(facility=demo, actor=None, action=loader.LOADED, subject="facility:1", data={})
    assert RegisterSource(None, AS_OF).identity != before


def test_the_answers_may_be_kept_as_a_table_that_says_what_the_file_says(demo, tmp_path):
    out = tmp_path / "answers.parquet"
    for _ in range(2):  # a second run writes the table anew
        with pytest.raises(SystemExit):  # some rows are refused
            call_command("assess-all", database=True, keep=True, out=out, as_of=AS_OF.isoformat(), stdout=StringIO())
    answers = {row["id"]: row for row in pq.read_table(out).to_pylist()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, two_thirds, parole_status, parole_failed, register FROM nation_answer")
        found = cursor.fetchall()
    assert len(found) == len(answers) > 20
    for name, two_thirds, status, failed, register in found:
        row = answers[name]
        assert (two_thirds and str(two_thirds)) == (row["two_thirds"] and str(row["two_thirds"]))
        assert (status, failed) == (row["parole"]["status"], row["parole"]["failed"])
        assert register == row["register"]

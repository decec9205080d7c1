"""The manual of rules: everything the engine uses stands in it, and nothing is shown as a bare code."""

import pytest

from teladan.desk.manual import law
from teladan.desk.manual.assumptions import BASES, assumptions
from teladan.desk.manual.conventions import conventions
from teladan.desk.manual.numbers import NUMBERS, described
from teladan.desk.tests import factory
from teladan.exemplar.demo.assumptions import entries
from teladan.law.conventions import describe
from teladan.law.rights import RIGHTS
from teladan.people.models.facility import Role


@pytest.fixture
def kitchen(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.KITCHEN])
    return client


def test_every_number_of_the_regulations_has_words():
    assert {name for name, _value in law.every_number()} - set(NUMBERS) == set()


def test_no_words_stand_for_numbers_that_are_gone():
    assert set(NUMBERS) - {name for name, _value in law.every_number()} == set()


def test_numbers_are_read_as_numbers_and_words_as_words():
    assert described("days", 1) == "Batas (hari): 1"
    assert described("articles", True) == "Pasal ikut diperiksa: ya"
    assert described("worst", "good") == "Penilaian paling rendah: baik"
    assert described("later_days", [90, 120]) == "Pemberian kedua dan seterusnya (hari): 90, 120"
    assert described("cutoff", factory.TODAY) == "Tanggal hak paling lambat: 24 November 2026"


def test_every_right_is_in_the_table_of_contents(kitchen):
    page = kitchen.get("/aturan/").content.decode()
    assert [code for code in RIGHTS if f"/aturan/{code}/" not in page] == []
    assert [each.used for each in conventions() if each.used not in page] == []
    assert len(conventions()) == len(describe())


@pytest.mark.parametrize("code", RIGHTS)
def test_every_condition_of_a_right_is_on_its_page(kitchen, code):
    page = kitchen.get(f"/aturan/{code}/").content.decode()
    titles = [each.title for each in law.conditions_of(RIGHTS[code], factory.TODAY)]
    assert len(titles) == len(RIGHTS[code].criteria)
    assert [title for title in titles if title not in page.replace("&#x27;", "'")] == []


def test_only_one_version_of_a_rule_is_in_force():
    for right in RIGHTS.values():
        for condition in law.conditions_of(right, factory.TODAY):
            assert sum(period.now for period in condition.periods) <= 1


def test_a_right_that_does_not_exist(kitchen):
    assert kitchen.get("/aturan/gratis/").status_code == 404


def test_feasts_of_this_year_and_which_are_estimates(kitchen):
    page = kitchen.get("/aturan/hari-raya/").content.decode()
    assert "25 Desember 2026" in page
    assert "perkiraan" in page


def test_the_demo_says_everything_it_assumes(kitchen):
    assert len(assumptions()) == len(entries())
    assert {entry["basis"] for entry in entries().values()} <= set(BASES)
    page = kitchen.get("/tentang-data-contoh/").content.decode()
    assert page.count("<tr>") == len(entries()) + 1


def test_a_demo_facility_says_so_on_every_page_and_a_real_one_does_not(prison, client):
    house, staff = prison
    client.force_login(staff[Role.HEAD])
    assert "tld-demo" not in client.get("/").content.decode()
    house.is_demo = True
    house.save()
    assert "semua orang di sini karangan" in client.get("/orang/").content.decode()

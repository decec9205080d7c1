"""The manual of rules: all that the engine uses stands in it, in both languages, and nothing is a bare code."""

from datetime import date

import pytest
from django.utils.html import escape
from django.utils.translation import override

from teladan.desk.manual.assumptions import BASES, assumptions
from teladan.desk.manual.conventions import conventions
from teladan.desk.tests import factory
from teladan.exemplar.demo.assumptions import entries
from teladan.faces.manual.item import item
from teladan.faces.manual.links import Links
from teladan.faces.manual.version import blanks
from teladan.faces.words import citation
from teladan.law.conventions import describe
from teladan.law.manual import KINDS, books, rules, versions
from teladan.law.manual.pins import cases_of
from teladan.law.rights import RIGHTS
from teladan.people.models.facility import Role

LINKS = Links("desk")
LANGUAGE = "teladan_language"


@pytest.fixture
def kitchen(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.KITCHEN])
    return client


def test_every_right_is_in_the_table_of_contents(kitchen):
    page = kitchen.get("/aturan/").content.decode()
    assert [code for code in RIGHTS if f"/aturan/{code}/" not in page] == []
    assert [each.used for each in conventions(LINKS) if each.used not in page] == []
    assert len(conventions(LINKS)) == len(describe())


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_has_a_page_with_all_that_it_says(kitchen, kind, language):
    kitchen.cookies[LANGUAGE] = language
    for rule in rules().values():
        if rule.kind == kind:
            page = kitchen.get(LINKS.rule(rule)).content.decode()
            with override(language):
                assert [text for text in said(rule, language) if escape(text) not in page] == [], rule.id


def said(rule, language):
    """What must stand on the page of a rule."""
    found = [blanks(rule.title[language]), *(blanks(text[language]) for _, text in rule.texts)]
    for version in rule.versions:
        found.append(version.id)
        found += [f"{what[language]}: {value[language]}" for what, value in version.sets]
        found += [citation(cite["regulation"], cite["article"]) for cite in version.law if "from" not in cite]
        found += [version.unread[language]] if version.unread else []
        found += [name for names in cases_of(version.id).values() for name in names]
    return found


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_regulation_has_a_page_with_its_articles_and_rules(kitchen, language):
    kitchen.cookies[LANGUAGE] = language
    contents = kitchen.get("/aturan/peraturan/").content.decode()
    for slug, book in books().items():
        assert f"/aturan/peraturan/{slug}/" in contents
        page = kitchen.get(LINKS.book(slug)).content.decode()
        titles = {blanks(use.rule.title[language]) for use in book.uses}
        assert [title for title in titles if escape(title) not in page] == [], slug
        assert [use.version.id for use in book.uses if f"#{use.version.id}" not in page] == [], slug


@pytest.mark.parametrize("code", RIGHTS)
def test_every_condition_of_a_right_is_on_its_page(kitchen, code):
    page = kitchen.get(f"/aturan/{code}/").content.decode()
    titles = [each.title for each in item(rules()[f"right.{code}"], factory.TODAY, {}, LINKS).criteria]
    assert len(titles) == len(RIGHTS[code].criteria)
    assert [title for title in titles if escape(title) not in page] == []


def test_only_one_version_of_a_rule_is_in_force():
    for rule in rules().values():
        running = [version.scope for version in rule.on(factory.TODAY)]
        assert len(running) == len(set(running)), rule.id


def test_another_day_has_another_law(kitchen):
    day = date(2017, 6, 1)
    found = item(rules()["right.parole"], day, {}, LINKS)
    assert [version.id for version in found.running] == ["right.parole.2012-11-12"]
    page = kitchen.get("/aturan/parole/?tanggal=2017-06-01").content.decode()
    assert "Berlaku pada 1 Juni 2017" in page
    assert "/aturan/criterion/half_served/?tanggal=2017-06-01" in page


@pytest.mark.parametrize("day", ["2017-02-30", "kemarin", "99999-01-01"])
def test_a_day_that_does_not_exist_is_today(kitchen, day):
    answer = kitchen.get(f"/aturan/parole/?tanggal={day}")
    assert answer.status_code == 200
    assert kitchen.get(f"/aturan/cari/?tanggal={day}").status_code == 200


@pytest.mark.parametrize(
    "url", ["/aturan/gratis/", "/aturan/criterion/gratis/", "/aturan/gratis/no_escape/", "/aturan/peraturan/gratis/"]
)
def test_a_rule_that_does_not_exist(kitchen, url):
    assert kitchen.get(url).status_code == 404


def found(client, **query):
    """The versions that a search finds, on every page of it."""
    answer, names = client.get("/aturan/cari/", query), []
    for number in range(1, answer.context["page"].paginator.num_pages + 1 if answer.context["page"] else 1):
        page = client.get("/aturan/cari/", query | {"halaman": number}).context["page"]
        names += [line.version.id for line in page]
    return set(names)


def test_the_search_shows_what_is_in_force_and_on_wish_every_time(kitchen):
    everything = {name for name, (_rule, version) in versions().items()}
    now = {name for name, (_rule, version) in versions().items() if version.runs_on(factory.TODAY)}
    assert found(kitchen, tanggal="2026-11-24") == now
    assert found(kitchen, masa="semua") == everything


def test_the_search_narrows(kitchen):
    all_times = {"masa": "semua"}
    assert {name.split(".")[0] for name in found(kitchen, jenis="switch", **all_times)} == {"switch"}
    unsure = found(kitchen, tanda="C", **all_times)
    assert unsure == {name for name, (_rule, version) in versions().items() if version.mark == "C"}
    assert found(kitchen, kepastian="open", **all_times) == unsure
    assert found(kitchen, tanda="-", **all_times) == {n for n, (_r, v) in versions().items() if not v.mark}
    assert found(kitchen, kasus="tanpa", **all_times) == {name for name in versions() if not cases_of(name)}
    of_a_book = found(kitchen, peraturan="pp-28-2006", **all_times)
    assert {"criterion.one_third_served.2006-07-28", "right.assimilation.2006-07-28"} <= of_a_book
    of_a_right = found(kitchen, hak="family_leave", jenis="criterion")
    assert {name.split(".")[1] for name in of_a_right} <= set(RIGHTS["family_leave"].criteria)
    assert "criterion.no_escape.1999-12-23" in found(kitchen, kata="melarikan  DIRI")
    assert "criterion.no_escape.1999-12-23" in found(kitchen, kata="no_escape")
    assert found(kitchen, kata="tidak ada kata ini") == set()


def test_a_filter_that_is_not_on_offer_filters_nothing(kitchen):
    assert found(kitchen, jenis="gratis", masa="semua") == set(versions())
    assert "Tidak ada yang cocok" not in kitchen.get("/aturan/cari/?jenis=gratis").content.decode()


def test_an_article_on_another_page_leads_to_its_regulation(kitchen):
    page = kitchen.get("/aturan/parole/").content.decode()
    assert '<a class="govuk-link tld-article" href="/aturan/peraturan/kuhp-2023/">KUHP 2023, pasal 72</a>' in page


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

"""A lawyer confirms a rule in the site: all read who, when and of which words; nobody else may."""

import pytest
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.law.manual import versions
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.rights.confirmations import confirmed
from teladan.rights.models import Confirmation

ESCAPE = "criterion.no_escape.1999-12-23"
CONFIRM = "/aturan/pastikan/criterion.no_escape.1999-12-23/"
PAGE = "/aturan/criterion/no_escape/"


@pytest.fixture
def lawyer(prison, client):
    client.force_login(prison[1][Role.LEGAL])
    return client


def said(**more):
    given = {"digest": versions()[ESCAPE][1].digest, "regulation": "Keppres 174/1999", "article": "12"}
    return given | {"read_on": "2026-06-01", "why": "Bunyinya sama.", "source": "LN 1999 No. 223"} | more


def confirm(client, **more):
    return client.post(CONFIRM, said(**more))


def test_the_way_from_the_first_page_to_the_rule(lawyer):
    home = lawyer.get("/").content.decode()
    assert "/aturan/cari/?kepastian=open" in home
    found = lawyer.get("/aturan/cari/?kepastian=open").content.decode()
    assert f"{PAGE}#{ESCAPE}" in found
    assert CONFIRM in lawyer.get(PAGE).content.decode()
    form = lawyer.get(CONFIRM).content.decode()
    assert versions()[ESCAPE][1].digest in form
    assert "{has}" not in form


def test_what_is_confirmed_is_read_by_all_with_the_mark_beside_it(lawyer, prison, client):
    answer = confirm(lawyer)
    assert answer["Location"] == f"{PAGE}#{ESCAPE}"
    assert confirmed() == {ESCAPE}
    for role in Role:
        client.force_login(prison[1][role])
        page = client.get(PAGE).content.decode()
        assert "dibaca: Keppres 174/1999, 12" in page
        assert "tanda dalam berkas C" in page
        assert "Bunyinya sama." in page
        assert "LN 1999 No. 223" in page
        assert "tld-sure--c" in page  # the file's own mark is still there
        assert (reverse("desk:rule_withdraw", args=[Confirmation.objects.get().pk]) in page) == (role == Role.LEGAL)
        assert "/aturan/pastikan/" not in page


def test_another_facility_reads_which_facility_confirmed_not_who(lawyer, client):
    confirm(lawyer)
    strangers = factory.officers(factory.facility("Lapas Lain"))
    client.force_login(strangers[Role.LEGAL])
    page = client.get(PAGE).content.decode()
    assert "Lapas Contoh" in page
    assert Confirmation.objects.get().made_by.full_name not in page.split("<main")[1]


def test_a_lawyer_of_another_facility_may_take_it_back_with_a_reason(lawyer, client):
    confirm(lawyer)
    row = Confirmation.objects.get()
    client.force_login(factory.officers(factory.facility("Lapas Lain"))[Role.LEGAL])
    url = reverse("desk:rule_withdraw", args=[row.pk])
    assert client.post(url, {"why": " "}).status_code == 422
    assert client.post(url, {"why": "Pasal 12 berbunyi lain."})["Location"] == f"{PAGE}#{ESCAPE}"
    assert confirmed() == frozenset()
    page = client.get(PAGE).content.decode()
    assert "Pasal 12 berbunyi lain." in page
    assert CONFIRM in page
    assert client.get(url).status_code == 404


def test_words_that_changed_are_not_confirmed_and_the_page_says_for_which_they_were(lawyer):
    confirm(lawyer)
    Confirmation.objects.update(digest="0" * 32)
    page = lawyer.get(PAGE).content.decode()
    assert "Dipastikan untuk bunyi yang lama" in page
    assert CONFIRM in page
    home = lawyer.get("/").content.decode()
    assert "/aturan/cari/?kepastian=earlier&amp;masa=semua" in home
    assert f"{PAGE}#{ESCAPE}" in lawyer.get("/aturan/cari/?kepastian=earlier&masa=semua").content.decode()


def tagged(client, url):
    """How many findings of the page say that their rule is not confirmed."""
    return client.get(url).content.decode().count("aturan belum dipastikan")


def test_the_findings_of_a_person_stop_saying_so_too(lawyer, prison, client):
    person = Stay.objects.get(person__name__startswith="Markus").person
    url = reverse("desk:person_right", args=[person.uid, "general_remission"])
    client.force_login(prison[1][Role.REGISTRAR])
    before = tagged(client, url)
    client.force_login(prison[1][Role.LEGAL])
    confirm(lawyer)
    client.force_login(prison[1][Role.REGISTRAR])
    assert tagged(client, url) == before - 1


def test_the_words_on_the_page_must_be_those_that_stand(lawyer):
    answer = confirm(lawyer, digest="0" * 32)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Bunyi aturan ini berubah" in page
    assert not Confirmation.objects.exists()
    assert versions()[ESCAPE][1].digest in page  # what is shown now can be read and confirmed
    assert 'value="Keppres 174/1999"' in page


@pytest.mark.parametrize("name", ["regulation", "article", "read_on", "why"])
def test_what_was_read_and_what_it_says_must_be_told(lawyer, name):
    answer = confirm(lawyer, **{name: " "})
    assert answer.status_code == 422
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("url", ["/aturan/pastikan/criterion.gratis.2000-01-01/", "/aturan/tarik/1/"])
def test_what_does_not_exist(lawyer, url):
    assert lawyer.get(url).status_code == 404


def test_a_lawyer_sees_no_person(lawyer):
    names = Stay.objects.values_list("person__name", flat=True)
    pages = [lawyer.get(url).content.decode() for url in ("/", "/aturan/", PAGE, CONFIRM, "/hitung/")]
    assert not [name for name in names for page in pages if name in page]
    for url in ("/orang/", "/perkara/", "/sidang/", "/remisi/", "/pengaturan/", "/data-kurang/"):
        assert lawyer.get(url).status_code in {403, 404}, url


def test_the_pages_take_few_queries_however_much_was_confirmed(lawyer, django_assert_max_num_queries):
    for number, name in enumerate(versions()):
        given = {"rule": name, "digest": "0" * 32, "regulation": "R", "article": "1", "why": "x"}
        Confirmation.objects.create(**given, made_at=f"2026-06-01T09:00:{number % 60:02}+08:00")
    for url in ("/aturan/", PAGE, "/aturan/parole/", "/aturan/cari/?masa=semua", "/aturan/peraturan/kuhp/", "/"):
        with django_assert_max_num_queries(15):
            assert lawyer.get(url).status_code == 200

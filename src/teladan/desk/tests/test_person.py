"""The pages about one person: every date down to its sum and article, what is missing, what comes next."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from teladan.desk.person.explain import assessed
from teladan.desk.person.next_action import of_stay
from teladan.desk.tests import factory
from teladan.desk.words import DATE_NAMES
from teladan.people.models import Remission, Stay
from teladan.people.models.facility import Role


@pytest.fixture
def markus(prison):
    return Stay.objects.get(person__name__startswith="Markus")


@pytest.fixture
def registrar(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    return client


def _page(client, stay, rest=""):
    answer = client.get(f"/orang/{stay.person.uid}/{rest}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_mark_of_the_picture_leads_to_a_page(registrar, markus):
    page = _page(registrar, markus)
    links = set(re.findall(r'class="tld-picture__mark" href="([^"]+)"', page))
    assert len(links) >= 10
    assert {registrar.get(link).status_code for link in links} == {200}


def test_the_picture_has_a_title_a_description_and_a_table(registrar, markus):
    page = _page(registrar, markus)
    assert page.count('<svg class="tld-picture"') == page.count("<title id=") == page.count("<desc id=") == 2
    table = page[page.index("Garis waktu sebagai tabel") :]
    assert "14 Mei 2029" in table
    assert "style=" not in page  # the security policy would drop it


@pytest.mark.parametrize(
    ("code", "day", "step"),
    [
        ("start", "11 Februari 2024", "Pidana dihitung mulai 11 Februari 2024."),
        ("expiry_initial", "12 Agustus 2029", "+ 5 tahun 6 bulan = 10 Agustus 2029"),
        ("two_thirds", "13 Juli 2027", "2/3 dari 1980 hari = 1320 hari"),
        ("expiry", "14 Mei 2029", "Remisi umum 17 Agustus 2025"),
        ("release", "12 Agustus 2029", "90 hari"),
    ],
)
def test_each_date_down_to_the_sum_and_the_article(registrar, markus, code, day, step):
    page = _page(registrar, markus, f"tanggal/{code}/")
    assert day in page
    assert step in page
    assert "pasal" in page
    assert "Naskah dibaca" in page


def test_a_sum_of_a_fraction_holds_no_other_fraction(registrar, markus):
    page = _page(registrar, markus, "tanggal/half/")
    assert "1/2 dari" in page
    assert "2/3 dari" not in page


def test_a_date_or_right_that_does_not_exist(registrar, markus):
    assert registrar.get(f"/orang/{markus.person.uid}/tanggal/besok/").status_code == 404
    assert registrar.get(f"/orang/{markus.person.uid}/hak/remote_work/").status_code == 404


def test_a_right_shows_its_findings_articles_and_price(registrar, markus):
    page = _page(registrar, markus, "hak/parole/")
    assert "Pembebasan bersyarat" in page
    assert "Gratis" in page
    assert "Dua pertiga pidana" in page
    assert "KUHP 2023, pasal 72" in page


def test_every_right_is_free(registrar, markus):
    page = _page(registrar, markus)
    shown = page.count('class="tld-table__main"><a class="govuk-link" href="/orang/')
    assert shown == 8
    assert page.count('<span class="tld-free">gratis</span>') == 8


def test_what_is_missing_is_said_in_words(registrar, markus):
    page = _page(registrar, markus)
    assert "Belum diketahui: Tingkat risiko sudah turun; Rapor pembinaan (SPPN) terakhir baik" in page
    assert "Belum terpenuhi: Tanpa pelanggaran dalam tahun berjalan" in page


def test_unchecked_and_empty_are_not_the_same(registrar, prison):
    stay = Stay.objects.get(person__name="Baru Datang")
    assert "Sudah diperiksa: tidak ada." not in _page(registrar, stay, "pidana/")
    Stay.objects.filter(pk=stay.pk).update(known_lists=["absences"])
    assert "Sudah diperiksa: tidak ada." in _page(registrar, stay, "pidana/")


def test_the_factory_agrees_with_the_law(markus):
    found = assessed(markus, factory.TODAY)
    kept = {name: getattr(markus.standing, name) for name in DATE_NAMES}
    assert {name: found.timeline[name] for name in DATE_NAMES} == kept


def test_history_says_who_when_old_new_and_why(registrar, markus):
    grant = Remission.objects.filter(stay=markus).first()
    grant.months, grant._change_reason = 3, "Salah salin dari SK"
    grant.save()
    page = _page(registrar, markus, "riwayat/")
    assert "Salah salin dari SK" in page
    assert re.search(r"<del>2\s*</del> → 3", page)
    assert "sesak napas" not in page


def test_the_worksheet_is_a_pdf_without_a_name_in_its_own(registrar, markus):
    answer = registrar.get(f"/orang/{markus.person.uid}/lembar-hitung/")
    assert answer.content.startswith(b"%PDF")
    assert "Markus" not in answer["Content-Disposition"]


def test_somebody_never_assessed(registrar, prison):
    stay = Stay.objects.get(person__name="Baru Datang")
    assert "Belum pernah dihitung" in _page(registrar, stay)
    assert "belum dapat dihitung" in _page(registrar, stay, "tanggal/expiry/")


def test_somebody_whose_facts_contradict_each_other(registrar, markus):
    markus.person.birth_date = factory.TODAY - timedelta(days=100)
    markus.person._change_reason = "uji"
    markus.person.save()
    assert "Tidak dapat dihitung" in _page(registrar, markus, "tanggal/expiry/")
    markus.standing.problem = "person.birth_date: is after the first day of custody"
    markus.standing.save()
    assert "Tanggal dan hak belum dapat dihitung" in _page(registrar, markus)


def test_somebody_who_has_left_is_still_found(registrar, markus):
    markus.released_on, markus._change_reason = factory.TODAY, "uji"
    markus.save()
    assert "keluar 24 November 2026" in _page(registrar, markus)


def test_next_action_is_the_most_pressing(prison):
    overstay = Stay.objects.get(person__name="Stefanus Lewat")
    late = Stay.objects.get(person__name__startswith="Markus")
    calm = Stay.objects.get(person__name="Agus Sebentar")
    fresh = Stay.objects.get(person__name="Baru Datang")
    said = [of_stay(stay, stay.cases.all(), factory.TODAY) for stay in (overstay, late, calm, fresh)]
    assert "Tanggal bebas sudah lewat" in said[0].text
    assert "Registrasi" in said[1].text
    assert [action.alarm for action in said] == [True, True, False, False]
    assert "Belum pernah dihitung" in said[3].text


@pytest.mark.parametrize(
    ("role", "seen", "unseen"),
    [
        (Role.CLINIC, ["Mutasi"], ["Pidana</a>", "2 Maret 1988", "14 Mei 2029", "Pencurian"]),
        (Role.TRAINER, ["Pembinaan"], ["Pidana</a>", "14 Mei 2029", "Mutasi</a>"]),
        (Role.SECURITY, ["14 Mei 2029", "Mutasi"], ["Pidana</a>", "Riwayat"]),
        (Role.AUDITOR, ["Riwayat perubahan", "Pidana", "Dokumen"], []),
    ],
)
def test_a_role_sees_its_work_and_no_more(prison, client, markus, role, seen, unseen):
    _house, staff = prison
    client.force_login(staff[role])
    page = _page(client, markus)
    assert [word for word in seen if word not in page] == []
    assert [word for word in unseen if word in page] == []


def test_the_expected_path_says_that_it_is_a_forecast_and_what_could_change_it(prison, client):
    _house, staff = prison
    stay = Stay.objects.get(person__name__startswith="Markus")
    factory.reform(stay.facility)
    client.force_login(staff[Role.REGISTRAR])
    page = client.get(reverse("desk:person_forecast", args=[stay.person.uid])).content.decode()
    assert "Perkiraan, bukan keputusan" in page
    assert "Remisi khusus" in page
    assert "120 hari lebih cepat" in page
    client.force_login(staff[Role.SECURITY])
    assert client.get(reverse("desk:person_forecast", args=[stay.person.uid])).status_code == 200

"""Why did my dates move: old, new, by how much and the reason, by what the reader may see."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from teladan.desk.tests import factory
from teladan.people.models import Remission, Stay
from teladan.people.models.facility import Role
from teladan.people.services import remove
from teladan.rights.models import StandingChange

TAGS = re.compile("<[^>]+>")


@pytest.fixture
def markus(prison):
    return factory.moved(Stay.objects.get(person__name__startswith="Markus"))


def _read(client, stay, rest="perubahan-tanggal/"):
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"/orang/{stay.person.uid}/{rest}")
    assert answer.status_code == 200
    assert len(queries) <= 15
    return answer.content.decode()


def _words(page):
    return re.sub(r"\s+(?=[.,])", "", " ".join(TAGS.sub(" ", page[page.index("<main") :]).split()))


@pytest.fixture
def read(prison, client, markus):
    """`read(role, rest)`: the words of the page as this role reads them, and its HTML."""
    _house, staff = prison

    def go(role=Role.REGISTRAR, rest=""):
        client.force_login(staff[role])
        html = _read(client, markus, f"perubahan-tanggal/{rest}")
        return _words(html), html

    return go


def test_a_remission_with_its_decree_officer_and_reason(read, markus):
    words, html = read()
    assert "Karena: Remisi umum 17 Agustus 2026, 3 bulan, keputusan PAS-17/2026." in words
    assert "Ditambahkan oleh Petugas Petugas registrasi Alasan: Keputusan diterima" in words
    assert re.search(r"Ekspirasi setelah remisi \d+ \w+ 2029 \d+ \w+ 2029 90 hari lebih awal", words)
    assert "Jumlah remisi 90 hari 180 hari 90 hari lebih banyak" in words
    assert f'href="/orang/{markus.person.uid}/pidana/#remisi"' in html
    assert f'href="/orang/{markus.person.uid}/tanggal/expiry/"' in html
    assert f'href="/orang/{markus.person.uid}/hak/parole/"' in html


def test_a_correction_shows_who_what_and_why(read):
    words, _html = read()
    assert "Karena: Pidana." in words
    assert re.search(r"Diubah oleh Petugas Petugas registrasi: bulan 6 → 3 Alasan: Salah baca petikan", words)
    assert "Dihapus oleh Petugas Petugas registrasi Alasan: Bukan orangnya" in words


def test_a_feast_a_law_and_a_day_that_came(read):
    words, html = read()
    assert "hari raya Kristen Protestan ditetapkan pada 26 Desember 2026" in words
    assert "Dasar: SKB 3 Menteri 2026" in words
    assert "Karena: aturan dalam program berubah. Versi 0123456789abcdef menjadi" in words
    assert 'href="/aturan/parole/"' in html
    assert "arithmetic.credit" in words
    assert "Mulai dihitung: Remisi khusus 25 November 2026, 15 hari, keputusan PAS-25/2026" in words


def test_the_newest_comes_first(read):
    words, _html = read()
    order = [words.index(text) for text in ("Versi 0123456789abcdef", "Mulai dihitung:", "hari raya Kristen", "PAS-17")]
    assert order == sorted(order)


def test_the_passing_of_days_is_shown_when_asked_for(read, markus):
    words, html = read()
    quiet = StandingChange.objects.filter(stay=markus, quiet=True).count()
    assert quiet >= 1
    assert f"Tampilkan juga {quiet} perubahan karena hari berganti" in words
    assert "Karena: hari berganti" not in words
    assert 'href="?semua=1"' in html
    words, _html = read(rest="?semua=1")
    assert "Karena: hari berganti." in words
    assert "Tanpa perubahan karena hari berganti" in words


def test_who_reads_no_history_reads_no_names_and_no_reasons(read):
    words, html = read(Role.CASE_OFFICER)
    assert "Remisi umum 17 Agustus 2026, 3 bulan, keputusan PAS-17/2026" in words
    assert "Salah baca petikan" not in words
    assert "Petugas registrasi" not in words
    assert "data berubah: pidana" in words
    assert "/riwayat/" not in html


def test_security_reads_the_dates_and_no_decree(read):
    words, html = read(Role.SECURITY)
    assert "90 hari lebih awal" in words
    assert "PAS-17/2026" not in words
    assert "/pidana/" not in html


@pytest.mark.parametrize("role", [Role.CLINIC, Role.TRAINER, Role.KITCHEN])
def test_others_do_not_see_it(prison, client, markus, role):
    _house, staff = prison
    client.force_login(staff[role])
    assert client.get(f"/orang/{markus.person.uid}/perubahan-tanggal/").status_code == 403


def test_a_date_says_how_it_moved_last(prison, client, markus):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    with CaptureQueriesContext(connection) as queries:
        page = _read(client, markus, "tanggal/expiry/")
    assert len(queries) <= 15
    words = _words(page)
    moved = r"Terakhir bergeser pada \d+ \w+ \d{4}, dari \d+ \w+ 2028 ke \d+ \w+ 2028, \d+ hari lebih awal, karena: "
    assert re.search(moved, words)
    assert f"/orang/{markus.person.uid}/perubahan-tanggal/" in page
    page = _read(client, markus, "hak/parole/")
    assert "Terakhir bergeser pada" in page


def test_a_date_that_never_moved_says_nothing(prison, client, markus):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    assert "Terakhir bergeser" not in _read(client, markus, "tanggal/start/")


def test_a_remission_taken_out_since_is_still_told(read, markus):
    row = Remission.objects.get(stay=markus, decree_number="PAS-17/2026")
    remove(row, expected_version=1, actor=None, why="Ganda", today=factory.TODAY)
    words, _html = read()
    assert "Karena: Remisi" in words
    assert "Dihapus oleh program Alasan: Ganda" in words
    assert "Alasan: Keputusan diterima" in words


def test_nobody_whose_dates_never_moved_sees_an_empty_table(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    words = _words(_read(client, Stay.objects.get(person__name="Baru Datang")))
    assert "Belum ada perubahan yang dicatat." in words
    assert "Bila remisi, koreksi data, atau aturan baru menggeser tanggal" in words


def test_many_changes_are_paged_and_stay_with_what_was_asked(read, markus):
    (line,) = StandingChange.objects.filter(stay=markus, quiet=True)[:1]
    StandingChange.objects.bulk_create(
        StandingChange(**{f.attname: getattr(line, f.attname) for f in line._meta.concrete_fields if f.name != "id"})
        for _ in range(12)
    )
    _said, html = read(rest="?semua=1")
    assert 'href="?halaman=2&amp;semua=1"' in html


@pytest.mark.parametrize("rest", ["tanggal/expiry/", "hak/parole/"])
def test_the_line_of_a_date_reads_well_everywhere(prison, markus, live_server, sign_in, everywhere, rest):
    _house, staff = prison
    sign_in(staff[Role.REGISTRAR])
    everywhere(f"{live_server.url}/orang/{markus.person.uid}/{rest}", f"desk-moved-{rest.split('/')[1]}")


def test_an_empty_page_reads_well_everywhere(prison, live_server, sign_in, everywhere):
    _house, staff = prison
    sign_in(staff[Role.REGISTRAR])
    uid = Stay.objects.get(person__name="Baru Datang").person.uid
    everywhere(f"{live_server.url}/orang/{uid}/perubahan-tanggal/", "desk-moved-never")

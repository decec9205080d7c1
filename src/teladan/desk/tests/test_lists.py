"""Lists: filter, sort, page, search, export, print."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from teladan.desk.lists import sorting, view
from teladan.desk.lists.cell import cell
from teladan.desk.lists.column import Column, Due, Link, Tag
from teladan.desk.lists.export import plain, safe
from teladan.desk.tests import factory
from teladan.people.models import Person, Stay
from teladan.people.models.facility import Role

PEOPLE = "/orang/"


@pytest.fixture
def registrar(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    return client


def _names(client, address):
    """Return the names on a list, in order, as its spreadsheet gives them."""
    joint = "&" if "?" in address else "?"
    rows = list(csv.DictReader(io.StringIO(_text(client.get(f"{address}{joint}bentuk=csv")).lstrip("\ufeff"))))
    return [row["Nama"] for row in rows]


def _text(answer):
    return answer.getvalue().decode("utf-8")


def test_everybody_inside_by_name(registrar):
    names = _names(registrar, PEOPLE)
    assert names == sorted(names)
    assert len(names) == 7


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("status=detainee", 3),
        ("golongan=B.I", 4),
        ("perkara=theft", 4),
        ("perkara=fraud", 0),
        ("agama=protestant", 7),
        ("agama=islam", 0),
        ("kamar=C", 2),
        ("hak=parole", 4),
        ("hak=parole&keadaan=upcoming", 4),
        ("hak=parole&keadaan=blocked", 0),
        ("keadaan=blocked", 4),
        ("bebas=30", 1),
        ("bebas=lewat", 1),
        ("masuk=7", 0),
        ("program=ikut", 4),
        ("program=belum", 3),
    ],
)
def test_filters(registrar, query, count):
    assert len(_names(registrar, f"{PEOPLE}?{query}")) == count


def test_a_value_that_is_not_on_offer_is_an_error_and_filters_nothing(registrar):
    page = _text(registrar.get(f"{PEOPLE}?status=pencuri"))
    assert "govuk-error-message" in page
    assert len(_names(registrar, f"{PEOPLE}?status=pencuri")) == 7


def test_sorted_both_ways_with_the_unknown_last(registrar):
    up = _names(registrar, f"{PEOPLE}?urut=bebas")
    down = _names(registrar, f"{PEOPLE}?urut=-bebas")
    assert up[:2] == ["Stefanus Lewat", "Agus Sebentar"]
    assert set(up[-3:]) == set(down[-3:]) == {"Daud Tahanan", "Elias Lewat", "Baru Datang"}


def test_sorting_by_what_is_no_column_is_the_usual_order():
    columns = [Column("nama", "Nama", str, ("name",)), Column("hak", "Hak", str)]
    assert sorting.chosen("-hak", columns, "nama") == sorting.Sorting("nama", down=False)
    assert sorting.chosen("password", columns, "nama") == sorting.Sorting("nama", down=False)
    assert sorting.chosen("-nama", columns, "nama") == sorting.Sorting("nama", down=True)


def test_pages_hold_everybody_once(registrar, monkeypatch):
    monkeypatch.setattr(view, "PAGE", 2)
    seen = [name for number in range(1, 5) for name in _links(_text(registrar.get(f"{PEOPLE}?halaman={number}")))]
    inside = Person.objects.filter(stays__released_on=None)
    assert sorted(seen) == sorted(inside.values_list("name", flat=True))


@pytest.mark.parametrize("number", ["0", "-1", "99", "dua"])
def test_a_page_that_does_not_exist_gives_the_nearest(registrar, number):
    assert registrar.get(f"{PEOPLE}?halaman={number}").status_code == 200


def _links(page):
    return [name for name in Person.objects.values_list("name", flat=True) if f">{name}</a>" in page]


def test_a_search_puts_no_name_in_any_address(registrar):
    answer = registrar.post("/orang/cari/", {"kata": "Markos Tanpanama"})
    assert answer.status_code == 302
    assert "arkos" not in answer["Location"]
    page = _text(registrar.get(answer["Location"]))
    assert _links(page) == ["Markus Tanpanama"]
    links = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert not [link for link in links if "arkos" in link or "arkus" in link]


def test_a_search_belongs_to_its_shift(registrar):
    address = registrar.post("/orang/cari/", {"kata": "Markus"})["Location"]
    other = type(registrar)()
    other.force_login(factory.Officer.objects.get(role=Role.HEAD))
    assert len(_names(other, address)) == 7


def test_a_search_finds_who_has_left_marked_and_after_those_inside(registrar, prison):
    factory.person(prison[0], "Pernah Datang", number=9)
    address = registrar.post("/orang/cari/", {"kata": "Pernah"})["Location"]
    assert _names(registrar, address) == ["Pernah Datang", "Pernah Masuk"]
    page = _text(registrar.get(address))
    assert "Sudah bebas</strong>" in page
    assert _names(registrar, f"{address}&keberadaan=dalam") == ["Pernah Datang"]
    assert _names(registrar, f"{PEOPLE}?keberadaan=bebas") == ["Pernah Masuk"]
    assert "Pernah Masuk" not in _names(registrar, PEOPLE)


def test_who_came_back_is_found_once(registrar, prison):
    left = Stay.objects.get(person__name="Pernah Masuk")
    back = Stay(person=left.person, facility=prison[0], register_number="BI-77/2026", admitted_on=date(2026, 3, 1))
    back._change_reason = "data uji"
    back.save()
    address = registrar.post("/orang/cari/", {"kata": "Pernah"})["Location"]
    assert _names(registrar, address) == ["Pernah Masuk"]
    assert _names(registrar, f"{PEOPLE}?keberadaan=bebas") == []


@pytest.mark.parametrize("role", [Role.SECURITY, Role.CLINIC, Role.TRAINER])
def test_a_role_of_the_day_finds_nobody_who_has_left(prison, client, role):
    _house, staff = prison
    client.force_login(staff[role])
    address = client.post("/orang/cari/", {"kata": "Pernah"})["Location"]
    assert _names(client, address) == _names(client, f"{PEOPLE}?kamar=tidak-ada")
    assert len(_names(client, f"{PEOPLE}?keberadaan=bebas")) == 7


def test_a_search_finds_nobody_of_another_facility(registrar):
    other = factory.facility("Lapas Lain")
    factory.person(other, "Pernah Jauh", number=1, released_on=date(2025, 6, 1), release_kind="expiry")
    address = registrar.post("/orang/cari/", {"kata": "Pernah"})["Location"]
    assert _names(registrar, address) == ["Pernah Masuk"]


def test_an_empty_search_shows_everybody(registrar):
    assert registrar.post("/orang/cari/", {"kata": "   "})["Location"] == PEOPLE


def test_a_search_keeps_its_filters_and_order(registrar):
    address = registrar.post("/orang/cari/", {"kata": "Lewat"})["Location"]
    assert set(_names(registrar, address)) == {"Stefanus Lewat", "Elias Lewat"}
    assert _names(registrar, f"{address}&status=detainee") == ["Elias Lewat"]
    assert _names(registrar, f"{address}&urut=-nama") == ["Stefanus Lewat", "Elias Lewat"]


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\x00=1", "＝1"])
def test_no_spreadsheet_takes_a_text_for_a_formula(text):
    assert safe(text).startswith("'")


def test_values_of_a_spreadsheet():
    day = date(2026, 8, 17)
    assert plain(day) == day
    assert plain(Due(day, day)) == day
    assert plain(3) == 3
    assert plain(None) is None
    assert plain("-5") == "'-5"


def test_exports_are_safe_and_whole(registrar):
    Person.objects.filter(name__startswith="Markus").update(name='=HYPERLINK("http://x")')
    assert "'=HYPERLINK" in _text(registrar.get(f"{PEOPLE}?bentuk=csv"))
    answer = registrar.get(f"{PEOPLE}?bentuk=xlsx")
    sheet = load_workbook(io.BytesIO(answer.getvalue())).active
    rows = list(sheet.iter_rows(min_row=2))
    assert len(rows) == 7
    assert "f" not in {cell.data_type for row in rows for cell in row}
    release = next(row for row in rows if row[0].value == "Agus Sebentar")[-1].value
    assert release.date() == factory.TODAY + timedelta(days=20)


def test_a_role_exports_no_more_than_it_sees(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.CLINIC])
    head = _text(client.get(f"{PEOPLE}?bentuk=csv")).splitlines()[0]
    assert head.lstrip("\ufeff") == "Nama,Nomor register,Status,Kamar"
    # Nor may a hidden column be found out by filtering or sorting.
    assert len(_names(client, f"{PEOPLE}?perkara=fraud&bebas=30")) == 7
    assert _names(client, f"{PEOPLE}?urut=bebas") == _names(client, PEOPLE)


def test_signs_that_no_workbook_holds_do_not_stop_the_export(registrar):
    Person.objects.filter(name__startswith="Markus").update(name="Mar\x0bkus\x01")  # PostgreSQL keeps no \x00
    rows = list(load_workbook(io.BytesIO(registrar.get(f"{PEOPLE}?bentuk=xlsx").getvalue())).active.values)
    assert "Markus" in {row[0] for row in rows}


def test_paper_leads_back_to_the_list_as_it_was(registrar):
    page = _text(registrar.get(f"{PEOPLE}?status=detainee&urut=-nama&bentuk=cetak"))
    assert 'href="?status=detainee&amp;urut=-nama"' in page


LISTS = {
    "people": PEOPLE,
    "releases": "/bebas/",
    "detention": "/penahanan/",
    "overstay": "/tanpa-dasar/",
    "missing": "/data-kurang/",
    "steps": "/langkah/",
    "cases": "/perkara/",
}


@pytest.mark.parametrize("address", LISTS.values(), ids=LISTS.keys())
def test_each_list_sorts_by_each_column_pages_exports_and_prints_alike(registrar, monkeypatch, address):
    monkeypatch.setattr(view, "PAGE", 2)
    page = _text(registrar.get(address))
    for key in set(re.findall(r"urut=([a-z_]+)", page)):
        up, down = (_names(registrar, f"{address}?urut={way}{key}") for way in ("", "-"))
        assert sorted(up) == sorted(down) == sorted(_names(registrar, address))
    names = _names(registrar, address)
    book = load_workbook(io.BytesIO(registrar.get(f"{address}?bentuk=xlsx").getvalue())).active
    assert book.max_row == len(names) + 1
    assert _text(registrar.get(f"{address}?bentuk=cetak")).count("<tr>") == len(names) + 1
    shown = [_text(registrar.get(f"{address}?halaman={number}")).count("<tr>") - 1 for number in range(1, 9)]
    pages = -(-len(names) // 2)
    assert sum(shown[:pages]) == len(names)


@pytest.mark.parametrize("address", LISTS.values(), ids=LISTS.keys())
def test_each_empty_list_says_what_belongs_there(client, db, address):
    client.force_login(factory.officers(factory.facility())[Role.REGISTRAR])
    page = _text(client.get(address))
    assert "tld-empty" in page
    assert _text(client.get(f"{address}?bentuk=csv")).count("\n") == 1


def test_printing_holds_every_page(registrar, monkeypatch):
    monkeypatch.setattr(view, "PAGE", 2)
    assert len(_links(_text(registrar.get(f"{PEOPLE}?bentuk=cetak")))) == 7


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/penahanan/?habis=3", ["Daud Tahanan"]),
        ("/penahanan/?habis=10", ["Daud Tahanan"]),
        ("/penahanan/?habis=lewat", ["Elias Lewat"]),
        ("/penahanan/?habis=tanpa", ["Baru Datang"]),
        ("/tanpa-dasar/", ["Stefanus Lewat", "Elias Lewat"]),
        ("/bebas/?bebas=30", ["Agus Sebentar"]),
        ("/langkah/?waktu=lewat", ["Markus Tanpanama"]),
        ("/langkah/?waktu=hari-ini", ["Yohanis Contoh"]),
        ("/langkah/?kantor=head", ["Yohanis Contoh"]),
        ("/data-kurang/?status=detainee", ["Baru Datang"]),
    ],
)
def test_what_each_list_holds(registrar, address, names):
    assert _names(registrar, address) == names


def test_what_is_missing_is_named(registrar):
    page = _text(registrar.get("/data-kurang/"))
    assert "Tingkat risiko sudah turun" in page
    assert "Belum pernah dihitung" in page


def test_a_case_officer_sees_own_wards(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.CASE_OFFICER])
    assert _names(client, "/wali/") == ["Markus Tanpanama"]
    assert _names(client, "/langkah/") == ["Markus Tanpanama"]
    assert _names(client, "/wali/?rapor=belum") == []


def test_an_empty_list_says_what_belongs_there(client, db):
    staff = factory.officers(factory.facility())
    client.force_login(staff[Role.REGISTRAR])
    assert "Mereka masuk lewat putusan" in _text(client.get(PEOPLE))
    assert "Tidak ada yang cocok" in _text(client.get(f"{PEOPLE}?status=child"))


def test_cells_are_escaped_whatever_they_hold():
    evil = "<script>"
    values = [evil, Link(evil, '"><script>'), Tag(evil, evil), 3, factory.TODAY, Due(factory.TODAY, factory.TODAY)]
    written = "".join(cell(value) for value in values)
    assert "<script" not in written
    assert "24 November 2026" in written
    assert cell(None) == cell("") == ""

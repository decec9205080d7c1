"""In a real browser, with the keyboard alone: two officers and one record; and every form everywhere."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from teladan.desk.tests.keyboard import fill, press, tab_to
from teladan.people import services
from teladan.people.models.facility import Role


@pytest.fixture
def at_work(prison, sign_in):
    """`at_work(role)` signs the browser in."""
    return lambda role: sign_in(prison[1][role])


def test_two_officers_change_one_record(prison, stay, at_work, live_server, page, axe, screenshot):
    at_work(Role.REGISTRAR)
    row = stay.remissions.first()
    page.goto(live_server.url + reverse("desk:person_sentence", args=[stay.person.uid]))
    press(page, page.get_by_role("link", name=re.compile(r"Ubah\W+Remisi 17 Agustus 2025")))
    page.wait_for_url(re.compile("/remisi/"))
    other = {"months": 4, "decree_number": "KEP-7"}
    services.change(row, other, expected_version=1, actor=prison[1][Role.HEAD], why="Menurut keputusan")

    fill(page, page.get_by_label("Bulan"), "3")
    fill(page, page.get_by_label("Mengapa"), "Menurut salinan")
    press(page, page.get_by_role("button", name="Simpan"))
    page.get_by_role("heading", name="Sudah diubah orang lain").wait_for()
    expect(page.get_by_text("Petugas Kepala menyimpan perubahan pada")).to_be_visible()
    axe(page)
    screenshot(page, "register-stale")
    page.set_viewport_size({"width": 390, "height": 844})
    screenshot(page, "register-stale")
    page.set_viewport_size({"width": 1366, "height": 768})

    mine = page.get_by_role("group", name="Bulan").get_by_label("3 isian Anda")
    tab_to(page, mine)
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Simpan pilihan"))
    page.get_by_text("Perubahan disimpan.").wait_for()
    row.refresh_from_db()
    assert (row.months, row.decree_number) == (3, "KEP-7")


def test_forms_of_the_registrar_read_well_everywhere(stay, at_work, live_server, everywhere):
    at_work(Role.REGISTRAR)
    uid = stay.person.uid
    pages = {
        "person_admit": [],
        "person_room": [uid],
        "person_leave": [uid],
        "person_check": [uid],
        "person_document_add": [uid],
        "person_pay": [uid, stay.verdicts.get().sentences.get().pk],
        "person_identitas_change": [uid, stay.person.pk],
        "person_masa_change": [uid, stay.pk],
        "person_pidana_change": [uid, stay.verdicts.get().sentences.get().pk],
        "person_putusan_change": [uid, stay.verdicts.get().pk],
        "person_remisi_remove": [uid, stay.remissions.first().pk],
    }
    for name, where in pages.items():
        everywhere(live_server.url + reverse(f"desk:{name}", args=where), name.replace("_", "-"))


@pytest.mark.parametrize(
    ("role", "kind"),
    [(Role.CASE_OFFICER, "rapor"), (Role.SECURITY, "register-f"), (Role.SECURITY, "mutasi"), (Role.TRAINER, "program")],
)
def test_forms_of_the_others_read_well_everywhere(stay, at_work, live_server, everywhere, role, kind):
    at_work(role)
    url = reverse(f"desk:person_{kind}_add", args=[stay.person.uid])
    everywhere(live_server.url + url, f"person-{kind}-add")


@pytest.mark.parametrize("tab", ["person_sentence", "person_conduct", "person_movements", "person_documents"])
def test_tabs_with_their_links_read_well_everywhere(stay, at_work, live_server, everywhere, tab):
    at_work(Role.REGISTRAR)
    everywhere(live_server.url + reverse(f"desk:{tab}", args=[stay.person.uid]), f"{tab}-links".replace("_", "-"))


def test_a_probable_double_reads_well(at_work, live_server, page, axe, screenshot):
    at_work(Role.REGISTRAR)
    page.goto(live_server.url + reverse("desk:person_admit"))
    page.get_by_label("Nama", exact=True).fill("Marcus Tanpanama")
    page.get_by_label("Jenis kelamin").select_option("male")
    page.get_by_label("Tanggal lahir").fill("1988-03-02")
    page.get_by_label("Nomor register").fill("AIII-55/2026")
    page.get_by_label("Status").select_option("detainee")
    page.get_by_label("Mengapa", exact=True).fill("Surat 12")
    page.get_by_role("button", name="Terima").click()
    expect(page.get_by_role("heading", name="Mungkin orang yang sama")).to_be_visible()
    axe(page)
    screenshot(page, "register-same")

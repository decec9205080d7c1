"""A lawyer at the keyboard: from the first page to a confirmed rule, and back."""

import pytest
from playwright.sync_api import expect

from teladan.desk.tests.keyboard import fill, press
from teladan.people.models.facility import Role
from tests.browser import check_accessibility


@pytest.fixture
def lawyer(prison, live_server, page, sign_in):
    sign_in(prison[1][Role.LEGAL])
    page.goto(f"{live_server.url}/")
    return page


def test_a_rule_is_found_read_confirmed_and_taken_back_without_a_mouse(lawyer, screenshot):
    page = lawyer
    press(page, page.get_by_role("link", name="Aturan berlaku yang belum dipastikan").first)
    press(page, page.get_by_role("link", name="Tidak melarikan diri dalam setahun terakhir"))
    expect(page.get_by_role("heading", name="Tidak melarikan diri dalam setahun terakhir")).to_be_visible()
    press(page, page.locator(".tld-fold__summary").first)
    expect(page.get_by_text("absences/escape-359-days-before")).to_be_visible()
    check_accessibility(page)
    press(page, page.get_by_role("link", name="Pastikan bunyi ini"))
    fill(page, page.get_by_label("Peraturan yang dibaca"), "Keppres 174/1999")
    press(page, page.get_by_role("button", name="Pastikan"))
    expect(page.get_by_role("alert")).to_contain_text("Ada yang perlu diperbaiki")
    check_accessibility(page)
    fill(page, page.get_by_label("Pasal yang dibaca"), "12")
    fill(page, page.get_by_label("Apa bunyi naskahnya"), "Bunyinya sama.")
    press(page, page.get_by_role("button", name="Pastikan"))
    expect(page.get_by_text("dibaca: Keppres 174/1999, 12")).to_be_visible()
    expect(page.get_by_role("cell", name="Bunyinya sama.")).to_be_visible()
    check_accessibility(page)
    screenshot(page, "desk-rule-confirmed")
    press(page, page.get_by_role("link", name="Tarik kepastian ini"))
    fill(page, page.get_by_label("Mengapa ditarik"), "Pasal lain yang dibaca.")
    press(page, page.get_by_role("button", name="Tarik kembali"))
    expect(page.get_by_role("cell", name="Pasal lain yang dibaca.")).to_be_visible()
    expect(page.get_by_role("link", name="Pastikan bunyi ini")).to_be_visible()


def test_the_list_is_narrowed_and_another_day_is_chosen(lawyer, live_server):
    page = lawyer
    page.goto(f"{live_server.url}/aturan/cari/")
    page.get_by_label("Kata").fill("setengah pidana")
    page.get_by_role("button", name="Cari", exact=True).click()
    page.get_by_role("link", name="Sudah menjalani setengah pidana").click()
    page.get_by_role("textbox", name="Berlaku pada").fill("2013-01-01")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_role("heading", name="Berlaku pada 1 Januari 2013")).to_be_visible()
    page.get_by_role("link", name="PP 99/2012, pasal 36").first.click()
    expect(page.get_by_role("heading", name="PP 99/2012", exact=True)).to_be_visible()
    expect(page.get_by_role("cell", name="Pasal 36", exact=True).first).to_be_visible()

"""Signing in, as an officer sees it."""

import re

import pytest
from playwright.sync_api import expect

from teladan.people.models import Facility, Officer

PASSWORD = "sinar-pagi-di-teluk"


@pytest.fixture
def officer(db):
    facility = Facility.objects.create(
        name="Lapas Contoh", place="Contoh", regional_office="Kanwil Contoh", probation_office="Bapas Contoh"
    )
    officer = Officer(username="registrasi", full_name="Petugas Contoh", role="registrar", facility=facility)
    officer.set_password(PASSWORD)
    officer.save()
    return officer


@pytest.mark.usefixtures("db")
def test_page_reads_well_everywhere(live_server, everywhere):
    everywhere(f"{live_server.url}/akun/masuk/", "sign-in")


def test_officer_signs_in_and_out(live_server, page, officer):
    account = f"{live_server.url}/akun/dua-langkah/"
    page.goto(account)
    page.get_by_label("Nama pengguna").fill(officer.username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    expect(page).to_have_url(account)
    expect(page.get_by_text("Lapas Contoh")).to_be_visible()
    page.get_by_role("button", name="Keluar").click()
    expect(page).to_have_url(re.compile("/akun/masuk/$"))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/akun/dua-langkah/", "account"),
        ("/akun/kata-sandi/", "password"),
        ("/akun/pastikan/", "confirm"),
        ("/akun/keluar/", "sign-out"),
        ("/tidak-ada/", "not-found"),
    ],
)
def test_account_pages_read_well_everywhere(live_server, sign_in, officer, everywhere, address, name):
    sign_in(officer)
    everywhere(live_server.url + address, name)


def test_second_step_is_set_up_with_a_picture(live_server, page, officer, axe):
    page.goto(f"{live_server.url}/akun/masuk/?next=/akun/dua-langkah/totp/activate/")
    page.get_by_label("Nama pengguna").fill(officer.username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/akun/pastikan/**")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Lanjut").click()
    picture = page.get_by_role("img", name="Kode QR")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    axe(page)

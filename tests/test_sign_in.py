"""Signing in, as an officer sees it."""

import pytest

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
    assert page.url == account
    assert page.get_by_text("Lapas Contoh").is_visible()
    page.get_by_role("button", name="Keluar").click()
    assert page.url.endswith("/akun/masuk/")

"""An officer who can sign in."""

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


@pytest.fixture
def password():
    return PASSWORD

"""A facility, an officer and somebody inside, for the tests of the register."""

import datetime as dt

import pytest

from teladan.people import changes, services
from teladan.people.models import Facility, Officer, Stay

TODAY = dt.date(2026, 11, 24)
WHY = "Sesuai surat"


@pytest.fixture(autouse=True)
def register_alone(monkeypatch) -> None:
    """Leave out the services that listen to the register: their work is tested with them."""
    monkeypatch.setattr(changes, "_told", {})


@pytest.fixture
def facility(db) -> Facility:
    return Facility.objects.create(
        name="Lapas Uji", place="Ujung", regional_office="Kanwil Uji", probation_office="Bapas Uji"
    )


@pytest.fixture
def officer(facility) -> Officer:
    return make_officer(facility, "registrasi", "Petugas Pertama")


@pytest.fixture
def stay(facility, officer) -> Stay:
    return admit_somebody(facility, officer)


def make_officer(facility, username, full_name) -> Officer:
    return Officer.objects.create(username=username, full_name=full_name, facility=facility, role="registrar")


def person_values(**other):
    return {"name": "Yohanes Contoh", "sex": "male", "birth_date": dt.date(1980, 5, 1), "religion": "catholic"} | other


def stay_values(**other):
    return {"register_number": "B.I 1/2025", "status": "convict", "admitted_on": dt.date(2025, 3, 1)} | other


def order_values(**other):
    return {"authority": "investigator", "start": dt.date(2025, 2, 1), "end": None} | other


def verdict_values(**other):
    return {
        "case_number": "12/Pid.B/2025/PN Ujg",
        "verdict_date": dt.date(2025, 6, 1),
        "final_on": dt.date(2025, 6, 8),
        "offence": "theft",
        "articles": ["KUHP:363"],
        "sentences": [{"kind": "prison", "years": 2}],
    } | other


def admit_somebody(facility, officer, *, person=None, stay=None, **more) -> Stay:
    values = {
        "person": person_values(**(person or {})),
        "stay": stay_values(**(stay or {})),
        "detention": order_values(),
        "verdicts": [verdict_values()],
        "why": WHY,
        "today": TODAY,
    }
    return services.admit(facility=facility, actor=officer, **(values | more))

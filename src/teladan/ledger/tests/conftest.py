"""A facility with an officer, and an act that is registered."""

import pytest

from teladan.ledger import actions
from teladan.people.models import Facility, Officer

ACTION = actions.register("ledger.test.done", id="Diuji", en="Tested")


def make_facility(name="Lapas Uji"):
    return Facility.objects.create(name=name, place="Ujung", regional_office="Kanwil", probation_office="Bapas")


@pytest.fixture
def facility(db):
    return make_facility()


@pytest.fixture
def officer(facility):
    return Officer.objects.create(username="uji", full_name="Petugas Uji", facility=facility, role="registrar")

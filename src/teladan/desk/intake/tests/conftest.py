"""The small prison of the desk, signed in as the registrar."""

import pytest

from teladan.desk.tests.conftest import prison  # noqa: F401 - a fixture
from teladan.people.models.facility import Role


@pytest.fixture
def registrar(prison, client):  # noqa: F811 - pytest's way of asking for it
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    return staff[Role.REGISTRAR]

"""The small prison of the desk, and signing in as one of its officers."""

import pytest

from teladan.desk.tests.conftest import prison  # noqa: F401 - a fixture
from teladan.people.models import Stay


@pytest.fixture
def stay(prison):  # noqa: F811 - pytest's way of asking for it
    """Return Markus, whose case officer is the wali of the prison."""
    return Stay.objects.get(person__name__startswith="Markus")


@pytest.fixture
def act_as(prison, client):  # noqa: F811
    """`act_as("registrar")` signs in; returns the officer."""

    def sign_in(role):
        _house, staff = prison
        client.force_login(staff[role])
        return staff[role]

    return sign_in

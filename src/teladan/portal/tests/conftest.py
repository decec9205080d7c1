"""A visitor without an account, and counters that start anew."""

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet(settings, tmp_path):
    settings.ASKED = tmp_path / "asked"


@pytest.fixture
def visitor():
    """Somebody without an account, whose browser sends no token against forgery."""
    return Client(enforce_csrf_checks=True)

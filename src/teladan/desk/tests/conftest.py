"""Fixtures of the desk's tests."""

from unittest import mock

import pytest

from teladan.desk.tests import factory


@pytest.fixture
def prison(db):
    """Return a small prison in use and its officers by role, on the factory's day."""
    with mock.patch("django.utils.timezone.localdate", return_value=factory.TODAY):
        yield factory.prison_in_use()

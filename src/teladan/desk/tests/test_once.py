"""A key makes once; a failure frees it; nobody uses another's."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from teladan.desk.models import Press
from teladan.desk.once import made_before, once
from teladan.people.models.facility import Role


@pytest.fixture
def officer(prison):
    return prison[1][Role.REGISTRAR]


def test_the_first_makes_and_the_second_is_led_there(officer):
    key = uuid4()
    with once(key, officer) as turn:
        assert turn.first
        turn.made = "sesuatu"
    with once(key, officer) as turn:
        assert not turn.first
        assert turn.made == "sesuatu"
    assert made_before(str(key), officer) == "sesuatu"


def test_a_failure_frees_the_key(officer):
    key = uuid4()
    with pytest.raises(ValueError, match="gagal"), once(key, officer):
        raise ValueError("gagal")
    with once(key, officer) as turn:
        assert turn.first


def test_another_officers_key_is_refused(prison, officer):
    key = uuid4()
    with once(key, officer) as turn:
        turn.made = "sesuatu"
    other = prison[1][Role.HEAD]
    with pytest.raises(PermissionDenied), once(key, other):
        pass
    assert made_before(str(key), other) == ""


@pytest.mark.parametrize("key", ["", "bukan kunci", "12"])
def test_a_key_that_is_none_has_made_nothing(officer, key):
    assert made_before(key, officer) == ""


def test_old_keys_are_forgotten(officer):
    with once(uuid4(), officer):
        pass
    Press.objects.update(at="2020-01-01T00:00:00Z")
    with once(uuid4(), officer):
        pass
    assert Press.objects.count() == 1

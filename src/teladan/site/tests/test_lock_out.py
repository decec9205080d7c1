"""Who is locked out: whoever guesses, from one address or from many; never an officer at the usual computer."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from teladan.site import lock_out

SIGN_IN = "/akun/masuk/"
USUAL = "192.0.2.10"


def attempt(name, password, address):
    return Client(REMOTE_ADDR=address).post(SIGN_IN, {"login": name, "password": password}).status_code


def guess_from_everywhere(name, times):
    return [attempt(name, "salah", f"198.51.100.{number}") for number in range(times)]


@pytest.fixture
def known(officer, password):
    """Somebody who has signed in from the usual computer."""
    assert attempt(officer.username, password, USUAL) == 302
    return officer


def test_nobody_elsewhere_locks_out_an_officer(known, password):
    for _ in range(9):
        attempt(known.username, "salah", "203.0.113.5")
    guess_from_everywhere(known.username, 20)
    assert attempt(known.username, password, USUAL) == 302


def test_guessing_one_name_from_many_addresses_is_bounded(known, password):
    bound = lock_out.NAME_FROM_NEW_ADDRESSES
    answers = guess_from_everywhere(known.username, bound + 3)
    assert answers == [200] * bound + [429] * 3
    assert attempt(known.username, password, "198.51.100.250") == 429


def test_own_mistakes_at_the_usual_computer_do_not_open_or_close_the_others(known, password):
    for _ in range(5):
        attempt(known.username, "salah", USUAL)
    assert attempt(known.username, password, USUAL) == 429
    assert attempt(known.username, password, "198.51.100.250") == 302


def test_guessing_many_names_from_one_address_is_bounded(known, password, monkeypatch):
    monkeypatch.setattr(lock_out, "ADDRESS_WITH_NEW_NAMES", 6)
    assert [attempt(f"nama{number}", "salah", USUAL) for number in range(7)] == [200] * 6 + [429]
    assert attempt(known.username, password, USUAL) == 302


def test_a_whole_facility_at_one_address_signs_in_at_the_start_of_a_shift(officer, password):
    assert [attempt(officer.username, password, USUAL) for _ in range(40)] == [302] * 40


def test_the_lock_ends_by_itself_and_trying_on_does_not_prolong_it(known, password):
    for _ in range(6):
        attempt(known.username, "salah", USUAL)
    before = AccessAttempt.objects.get().attempt_time
    attempt(known.username, "salah", USUAL)
    assert AccessAttempt.objects.get().attempt_time == before
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert attempt(known.username, password, USUAL) == 302


def test_without_a_proxy_nobody_writes_an_address(known):
    for number in range(5):
        headers = {"X-Forwarded-For": f"198.51.100.{number}"}
        Client(REMOTE_ADDR=USUAL, headers=headers).post(SIGN_IN, {"login": known.username, "password": "salah"})
    assert attempt(known.username, "salah", USUAL) == 429

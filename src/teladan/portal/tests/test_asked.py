"""How often an address may ask: exact at the edges, the same for every process, told how long to wait."""

import itertools
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from teladan.portal import asked

MOST = 120
NUMBERS = itertools.count()  # a sender of its own for every example


def waits(seconds, sender="198.51.100.7", most=MOST, what="api"):
    request = RequestFactory().post("/", REMOTE_ADDR=sender)
    return [asked.wait(what, request, most, now) for now in seconds]


def test_the_hundred_and_twenty_first_of_a_minute_is_refused_and_no_other_sender():
    assert [bool(wait) for wait in waits([600.0] * 121)] == [False] * 120 + [True]
    assert waits([600.0], "198.51.100.8") == [0]
    assert waits([600.0], what="page") == [0]


def test_a_hundred_and_thirty_around_the_end_of_a_minute_are_too_many():
    assert any(waits([659.0] * 65 + [661.0] * 65))


def test_after_two_minutes_the_sender_may_ask_again():
    assert waits([600.0] * 130)[-1]
    assert waits([720.0]) == [0]


def test_what_is_refused_does_not_count():
    waits([600.0] * 1_000)
    assert sum(wait == 0 for wait in waits([719.0] * MOST)) >= MOST - 3


@given(times=st.lists(st.floats(0, 300), max_size=60).map(sorted), last=st.floats(300, 420), most=st.integers(1, 50))
def test_whoever_waits_as_long_as_told_is_answered(times, last, most):
    who = f"nobody else {next(NUMBERS)}"
    waits(times, who, most)
    told = waits([last] * (most + 1), who, most)[-1]
    assert 1 <= told <= 2 * asked.MINUTE
    assert waits([last + told], who, most) == [0]


@given(times=st.lists(st.floats(0, 600), max_size=80).map(sorted), most=st.integers(1, 5))
def test_no_sixty_seconds_hold_more_than_twice_the_limit(times, most):
    told = zip(times, waits(times, f"nobody else {next(NUMBERS)}", most), strict=True)
    answered = [now for now, wait in told if not wait]
    for start in answered:
        assert sum(start <= now < start + asked.MINUTE for now in answered) <= 2 * most


OTHER = """
import django, sys
from django.conf import settings
settings.configure(ASKED=sys.argv[1], SECRET_KEY=sys.argv[2], DEFAULT_CHARSET="utf-8", ALLOWED_HOSTS=["*"])
from django.test import RequestFactory
from teladan.portal import asked
request = RequestFactory().post("/", REMOTE_ADDR="198.51.100.7")
print(sum(asked.wait("api", request, 100, 600.0) == 0 for _ in range(80)))
"""


def test_processes_at_work_together_share_one_count():
    command = [sys.executable, "-c", OTHER, str(settings.ASKED), settings.SECRET_KEY]
    working = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]  # noqa: S603
    answered = [int(process.communicate(timeout=60)[0]) for process in working]
    assert sum(answered) == 100


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::3", "2001:db8:1:2:ffff::1", True),
        ("2001:db8:1:2::3", "2001:db8:1:3::3", False),
        ("::ffff:198.51.100.7", "198.51.100.7", True),
        ("198.51.100.7", "198.51.100.8", False),
        ("", "", True),
    ],
)
def test_who_is_counted_together(one, other, same):
    assert (asked.sender(one) == asked.sender(other)) is same


def test_no_address_stands_in_the_file(settings):
    waits([600.0], "198.51.100.7")
    kept = settings.ASKED.read_bytes()
    assert len(kept) == asked.COUNTERS * asked.ROW.size
    assert len(kept.strip(b"\0")) < asked.ROW.size
    assert settings.ASKED.stat().st_mode & 0o077 == 0

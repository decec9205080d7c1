"""SIGKILL at fifty random moments of a remission day: each action is there wholly or not at all, and runs again."""

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from teladan.rights.tests.killing import Actor, Postgres, Sqlite, all_or_nothing

POSTGRES = "host=127.0.0.1 user=postgres dbname=postgres connect_timeout=2"


@pytest.fixture
def postgres() -> Iterator[Postgres]:
    try:
        admin = psycopg.connect(POSTGRES, autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL answers on 127.0.0.1")
    with admin:
        database = Postgres(admin)
        yield database
        database.drop()


def test_fifty_kills_on_sqlite(tmp_path) -> None:
    _kill_many(Sqlite(tmp_path), 50, tmp_path)


def test_kills_on_postgresql(postgres, tmp_path) -> None:
    _kill_many(postgres, 8, tmp_path)


def _kill_many(database: Sqlite | Postgres, times: int, folder: Path) -> None:
    dice, actor = random.Random(17), Actor(database.url, folder)  # noqa: S311 - moments, not secrets
    try:
        actor.do("migrate")
        actor.do("people")
        database.keep()
        began = time.monotonic()
        actor.do("act")
        whole = time.monotonic() - began
        expected = actor.do("state")
        assert (expected["occasions"], expected["ledger"]) == (["decided"], 0)
        assert expected["cases"] == expected["decisions"] == expected["remissions"] > 5
        # One in each stretch of the run and a little beyond it, so that a busy machine does not hit one stretch only.
        moments = [1.5 * whole * (n + dice.random()) / times for n in range(times)]
        ends = {_kill_once(actor, database, moment, expected) for moment in moments}
        assert len(ends) > 1, "every kill hit the same moment: the test proves nothing"
    finally:
        actor.close()


def _kill_once(actor: Actor, database: Sqlite | Postgres, moment: float, expected: dict) -> str:
    """Kill one run at the moment, look at what is left, run again; return how far the killed run had come."""
    database.put_back()
    pid = actor.begin("act")
    time.sleep(moment)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    actor.end()
    left = actor.do("state")
    reached = all_or_nothing(left, expected)
    actor.do("act")
    assert actor.do("state") == expected
    return reached

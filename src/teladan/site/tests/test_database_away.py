"""A database that is busy or away gives a calm page with what was typed; real databases are asked, on both engines."""

import sqlite3

import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import ConnectionHandler, OperationalError
from django.test import Client
from django.views.decorators.csrf import csrf_exempt
from psycopg.errors import DiskFull

from teladan.site import environment, urls, views
from teladan.site.database_away import is_away

pytestmark = pytest.mark.django_db
NOBODY_LISTENS = "postgresql://nobody@127.0.0.1:1/none"


def _database(url, **options):
    settings = environment.database(url)
    settings["OPTIONS"] |= options
    return ConnectionHandler({"default": settings})["default"]


@pytest.fixture
def locked_sqlite(tmp_path):
    path = tmp_path / "a.sqlite3"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE kept (a)")
    other.execute("BEGIN IMMEDIATE")
    yield lambda: _database(f"sqlite:///{path}", timeout=0.05).cursor().execute("INSERT INTO kept VALUES (1)")
    other.close()


def gone_postgresql():
    _database(NOBODY_LISTENS).ensure_connection()


@pytest.fixture
def failing(monkeypatch):
    """Let a page fail as it is told."""

    def use(fails):
        def page(_request, *_rest, **_more):
            fails()

        monkeypatch.setattr(urls.urlpatterns[0], "callback", csrf_exempt(login_not_required(page)))
        return Client(raise_request_exception=False)

    return use


def _calm(answer):
    assert (answer.status_code, answer["Retry-After"]) == (503, str(views.RETRY_AFTER))
    assert "no-store" in answer["Cache-Control"]
    page = answer.content.decode()
    assert "Sistem sedang sibuk" in page
    return page


def test_a_locked_sqlite_gives_what_was_typed_back(failing, locked_sqlite, caplog):
    answer = failing(locked_sqlite).post("/healthz?x=1", {"nama": "<b>Rahasia</b>", "butir": ["satu", "dua"]})
    page = _calm(answer)
    assert "Kirim lagi" in page
    assert 'action="/healthz?x=1"' in page
    assert 'name="nama" value="&lt;b&gt;Rahasia&lt;/b&gt;"' in page
    assert page.count('name="butir"') == 2
    said = [record for record in caplog.records if record.name == "teladan.database"]
    assert [record.msg for record in said] == ["database busy or away"]
    assert "Rahasia" not in caplog.text


def test_a_postgresql_that_is_gone_gives_the_same_page(failing):
    assert "Muat ulang" in _calm(failing(gone_postgresql).get("/healthz"))


def test_no_password_is_written_into_the_page(monkeypatch):
    def gone(*_given, **_more):
        gone_postgresql()

    monkeypatch.setattr("axes.backends.AxesStandaloneBackend.authenticate", gone)
    client = Client(raise_request_exception=False)
    answer = client.post("/akun/masuk/", {"login": "kepala", "password": "sangat-rahasia"})
    assert "sangat-rahasia" not in _calm(answer)


def test_a_session_that_cannot_be_read_gives_it_too(monkeypatch):
    def gone(*_given, **_more):
        gone_postgresql()

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", gone)
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32
    _calm(client.get("/"))


def _of_psycopg(cause):
    problem = OperationalError("no space")
    problem.__cause__ = cause
    return problem


@pytest.mark.parametrize(
    "problem",
    [
        ValueError("locked"),
        OperationalError("no such table: a"),
        OperationalError("database or disk is full"),
        _of_psycopg(DiskFull()),
        None,
    ],
)
def test_waiting_does_not_help_against_these(problem):
    assert not is_away(problem)


def test_a_fault_keeps_its_own_page(failing):
    def fault():
        raise LookupError

    answer = failing(fault).get("/healthz")
    assert answer.status_code == 500
    assert "Maaf, ada gangguan" in answer.content.decode()

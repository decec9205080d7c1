"""What the environment may say."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from teladan.site import environment


def test_key_is_made_once_and_only_its_owner_reads_it(tmp_path, monkeypatch):
    monkeypatch.delenv("TELADAN_SECRET_KEY", raising=False)
    key = environment.secret_key(tmp_path)
    assert len(key) >= 50
    assert environment.secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_empty_key_is_refused(tmp_path, monkeypatch):
    monkeypatch.delenv("TELADAN_SECRET_KEY", raising=False)
    (tmp_path / "secret-key").write_text("")
    with pytest.raises(ImproperlyConfigured):
        environment.secret_key(tmp_path)


def test_key_of_the_environment_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("TELADAN_SECRET_KEY", "x" * 50)
    assert environment.secret_key(tmp_path) == "x" * 50
    assert list(tmp_path.iterdir()) == []


def test_postgresql_address_is_taken_apart():
    found = environment.database("postgresql://ani:p%40ss@db.local:5433/teladan")
    assert (found["NAME"], found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
        "teladan",
        "ani",
        "p@ss",
        "db.local",
        "5433",
    )


def test_sqlite_takes_its_write_lock_at_once():
    found = environment.database("sqlite:////tmp/a%20b.sqlite3")
    assert found["NAME"] == "/tmp/a b.sqlite3"  # noqa: S108
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_other_databases_are_refused():
    with pytest.raises(ImproperlyConfigured, match="sqlite:///"):
        environment.database("mysql://root@localhost/x")


def test_folder_is_closed_to_others(tmp_path, monkeypatch):
    monkeypatch.setenv("TELADAN_VAR", str(tmp_path / "var"))
    assert stat.S_IMODE(environment.folder("TELADAN_VAR", tmp_path).stat().st_mode) == 0o700


def test_words_forgive_spaces_and_empty_entries(monkeypatch):
    monkeypatch.setenv("TELADAN_HOSTS", "a.go.id, b.go.id,,")
    assert environment.words("TELADAN_HOSTS", "") == ["a.go.id", "b.go.id"]

"""Starting the site: a taken port is told, the address is shown."""

import socket

import pytest
from django.core.management import CommandError, call_command

from teladan.site.management.commands import serve


@pytest.fixture
def taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_taken_port_says_what_to_do(taken):
    with pytest.raises(CommandError, match=f"PORT={taken + 1}"):
        call_command("serve", port=taken)


@pytest.fixture
def started(monkeypatch):
    programs = []
    monkeypatch.setattr(serve.os, "execv", lambda _program, arguments: programs.append(arguments))
    return programs


@pytest.fixture
def free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_address_is_told_before_the_server_starts(started, free, capsys):
    call_command("serve", port=free)
    assert f"http://127.0.0.1:{free}/" in capsys.readouterr().out
    assert started[0][1:] == ["-m", "teladan.site.watch", "127.0.0.1", str(free), "1"]


def test_without_a_worker_only_the_web_server_starts(started, free):
    call_command("serve", port=free, worker=False)
    assert started[0][-1] == "teladan.site.wsgi:application"


def test_demo_is_prepared_before_the_server_starts(started, free, monkeypatch):
    called = []
    monkeypatch.setattr(serve, "call_command", lambda *names, **options: called.append((*names, options)))
    call_command("serve", port=free, demo=True, people=50, reset=True)
    assert called[:2] == [("migrate", {"verbosity": 0}), ("demo", {"reset": True, "people": 50})]
    assert [name for name, _options in called[2:]] == ["nightly"]
    assert started


def test_taken_port_is_told_before_anything_is_loaded(started, taken, monkeypatch):
    monkeypatch.setattr(serve, "call_command", lambda *_names, **_options: pytest.fail("the demo was touched"))
    with pytest.raises(CommandError):
        call_command("serve", port=taken, demo=True)
    assert started == []

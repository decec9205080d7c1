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
        call_command("serve", port=taken, check=True)


def test_address_is_told_before_the_server_starts(monkeypatch, capsys):
    started = []
    monkeypatch.setattr(serve.os, "execv", lambda _program, arguments: started.append(arguments))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    call_command("serve", port=port)
    assert f"http://127.0.0.1:{port}/" in capsys.readouterr().out
    assert started[0][-1] == "teladan.site.wsgi:application"

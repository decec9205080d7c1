"""Problems from outside end a command with words and what to do; only faults of the program show a traceback."""

import errno
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

from teladan.site import environment, program
from teladan.site.troubles import told


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OperationalError("no such table: people_facility"), "teladan migrate"),
        (OperationalError("database is locked"), "busy"),
        (OperationalError("database or disk is full"), "disk is full"),
        (OperationalError("attempt to write a readonly database"), "TELADAN_VAR"),
        (OperationalError("connection refused\nIs the server running?"), "does not answer (connection refused)"),
        (ProgrammingError('relation "people_facility" does not exist\nLINE 1'), "teladan migrate"),
        (ImproperlyConfigured("TELADAN_DATABASE starts with"), "TELADAN_DATABASE starts with"),
        (OSError(errno.ENOSPC, "No space left on device", "/disk/file"), "/disk/file: No space left"),
    ],
)
def test_what_comes_from_outside_is_said_with_what_to_do(problem, words):
    assert words in told(problem)


@pytest.mark.parametrize("fault", [ValueError("x"), ProgrammingError("syntax error at or near")])
def test_a_fault_of_the_program_keeps_its_traceback(fault):
    assert told(fault) is None


def test_without_django_a_fault_keeps_its_traceback(monkeypatch):
    monkeypatch.delitem(sys.modules, "django.db.utils")
    assert told(OperationalError("database is locked")) is None


def _raising(problem):
    def run():
        raise problem

    return run


def test_a_full_disk_is_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr(program, "run", _raising(OSError(errno.ENOSPC, "No space left on device")))
    assert program.main() == 1
    assert "No space left on device" in capsys.readouterr().err


def test_an_interrupted_command_says_nothing(monkeypatch):
    monkeypatch.setattr(program, "run", _raising(KeyboardInterrupt()))
    assert program.main() == program.INTERRUPTED


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_fault_is_raised(monkeypatch, debug):
    monkeypatch.setenv("TELADAN_DEBUG", debug)
    monkeypatch.setattr(program, "run", _raising(LookupError()))
    with pytest.raises(LookupError):
        program.main()


def test_a_reader_who_has_gone_is_no_fault(tmp_path):
    (tmp_path / "a.txt").write_text("bukan putusan")
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "teladan.site.program", "intake", str(tmp_path / "a.txt"), "--json"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)  # noqa: S603
    os.close(write)
    assert (done.returncode, done.stderr) == (program.READER_GONE, b"")


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("TELADAN_VAR", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="TELADAN_VAR: the folder"):
        environment.folder("TELADAN_VAR", tmp_path)


def test_a_port_of_the_database_that_is_no_number_is_said():
    with pytest.raises(ImproperlyConfigured, match="port is"):
        environment.database("postgresql://user@host:abc/name")

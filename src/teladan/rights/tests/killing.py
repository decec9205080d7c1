"""What the kill test and the kill benchmark share: an actor beside them, databases that can be put back, the check."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psycopg

NAME, KEPT = "teladan_kill_test", "teladan_kill_test_kept"


class Actor:
    """The forking process beside the test, on one database."""

    def __init__(self, database: str, var: Path) -> None:
        environment = os.environ | {
            "TELADAN_DATABASE": database,
            "TELADAN_VAR": str(var),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "teladan.rights.tests.killed"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begin(self, command: str) -> int:
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        word, pid = self._process.stdout.readline().split()
        assert word == "pid"
        return int(pid)

    def end(self) -> tuple[int, dict]:
        _word, status, said = self._process.stdout.readline().split(" ", 2)
        return int(status), json.loads(said) if said.strip() else {}

    def do(self, command: str) -> dict:
        self.begin(command)
        status, said = self.end()
        assert status == 0, said
        return said

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=20)
        self._process.stdout.close()


class Sqlite:
    """A database file, kept and put back."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "kill.sqlite3"
        self.url = f"sqlite:///{self.path}"

    def keep(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                shutil.copy(f"{self.path}{suffix}", f"{self.path}{suffix}.kept")

    def put_back(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                Path(f"{self.path}{suffix}").unlink()
            with suppress(FileNotFoundError):
                shutil.copy(f"{self.path}{suffix}.kept", f"{self.path}{suffix}")


class Postgres:
    """A database of its own, kept as a template and made again from it."""

    url = f"postgresql://postgres@127.0.0.1:5432/{NAME}"

    def __init__(self, admin: psycopg.Connection) -> None:
        self._admin = admin
        self._run(f"DROP DATABASE IF EXISTS {KEPT} WITH (FORCE)", f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        self._run(f"CREATE DATABASE {NAME}")

    def _run(self, *statements: str) -> None:
        for statement in statements:
            self._admin.execute(statement)

    def keep(self) -> None:
        self._run(f"CREATE DATABASE {KEPT} TEMPLATE {NAME}")

    def put_back(self) -> None:
        self._run(f"DROP DATABASE {NAME} WITH (FORCE)", f"CREATE DATABASE {NAME} TEMPLATE {KEPT}")

    def drop(self) -> None:
        self._run(f"DROP DATABASE {NAME} WITH (FORCE)", f"DROP DATABASE IF EXISTS {KEPT} WITH (FORCE)")


def all_or_nothing(left: dict, expected: dict) -> str:
    """Check what a killed run has left: return "nothing", "proposed" or "decided", or fail with what is half there."""
    assert left["ledger"] == 0
    if not left["occasions"]:
        assert not any(left[name] for name in left if name != "occasions"), left
        return "nothing"
    assert (left["cases"], left["steps"]) == (expected["cases"], expected["steps"]), left
    if left["occasions"] == ["proposed"]:
        nothing = ("remissions", "decisions", "receipts", "recalculated")
        assert not any(left[name] for name in nothing), left
        assert left["open_cases"] == left["open_steps"] == left["cases"], left
        return "proposed"
    assert left == expected
    return "decided"

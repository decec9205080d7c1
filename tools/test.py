"""Run every test on SQLite, then those that touch the database again on PostgreSQL where one answers.

TELADAN_POSTGRES names a server (default: user postgres on 127.0.0.1:5432). With TELADAN_FULL=1 a missing
server is a failure. Says plainly at the end what ran where.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[1]
SERVER = os.environ.get("TELADAN_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
NO_TESTS = 5  # pytest's exit status when nothing was selected


def main(arguments: list[str]) -> int:
    """Run both; the exit status is 0 only when everything that had to run passed."""
    lines = []
    sqlite = _pytest(arguments, {})
    lines.append(f"SQLite: {_word(sqlite)}")
    version = _postgres_version()
    if version:
        status = _pytest(["--database-only", *arguments], {"TELADAN_DATABASE": _own_database()})
        lines.append(f"PostgreSQL {version}: {_word(status)} (tests that touch the database)")
    elif os.environ.get("TELADAN_FULL") == "1":
        status = 1
        lines.append("PostgreSQL: not found, and this full run needs one (TELADAN_POSTGRES names it)")
    else:
        status = 0
        lines.append("PostgreSQL: not found, tests ran on SQLite only")
    print("\n".join(lines))
    return 0 if {sqlite, status} <= {0, NO_TESTS} and sqlite == 0 else 1


def _pytest(arguments: list[str], environment: dict[str, str]) -> int:
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadfile", "-q", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=False).returncode  # noqa: S603


def _word(status: int) -> str:
    return {0: "passed", NO_TESTS: "no test selected"}.get(status, f"FAILED (status {status})")


def _postgres_version() -> str:
    try:
        with psycopg.connect(SERVER, connect_timeout=3) as connection:
            row = connection.execute("SHOW server_version").fetchone()
    except psycopg.Error:
        return ""
    return str(row[0]) if row else ""


def _own_database() -> str:
    # Named after the folder: two checkouts can test at the same time on one server.
    name = "teladan_" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
    return SERVER.rsplit("/", 1)[0] + "/" + name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

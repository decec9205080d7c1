"""Kill the web server and its worker with SIGKILL in the middle of a remission-day action, at random moments.

`make bench-kill` loads a demo, starts the site, presses the button over HTTP as an officer does, kills at a random
moment every process of the site, or only the worker, and looks at the database: all of the action must be there or
nothing of it. Then the site is started again: what was asked for is taken up by itself, and the button is pressed
again; the end must be as if nothing had happened, with nothing doubled. Half of the kills hit the opening of the
cases, half the decision; every second one hits only the worker, whom the watcher starts again. Writes
`docs/benchmarks/kill.md`; fails on any trace of half an action.
"""

import argparse
import datetime as dt
import http.client
import os
import platform
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from bench.own_database import environment

PAGE = ROOT / "docs" / "benchmarks" / "kill.md"
HOST = "127.0.0.1"
DAY = "2027-08-17"
ASKED = {"hak": "general_remission", "tanggal": DAY, "agama": ""}
COUNTS = {
    "occasions": "SELECT count(*) FROM rights_occasion",
    "decided": "SELECT count(*) FROM rights_occasion WHERE state = 'decided'",
    "cases": "SELECT count(*) FROM rights_case WHERE occasion_id IS NOT NULL",
    "steps": "SELECT count(*) FROM rights_step s JOIN rights_case c ON c.id = s.case_id "
    "WHERE c.occasion_id IS NOT NULL",
    "granted": "SELECT count(*) FROM rights_case WHERE occasion_id IS NOT NULL AND state = 'granted'",
    "decisions": "SELECT count(*) FROM rights_decision d JOIN rights_case c ON c.id = d.case_id "
    "WHERE c.occasion_id IS NOT NULL",
    "remissions": f"SELECT count(*) FROM people_remission WHERE granted_on = '{DAY}'",  # noqa: S608 - a constant
    "ledger": "SELECT count(*) FROM ledger_entry",
}
State = dict[str, int]


def main() -> int:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="teladan-kill-") as folder:
        site = Site(Path(folder))
        site.load(arguments.people)
        found = [_trial(site, act, arguments.kills // 2) for act in ("open", "decide")]
    page = report(found, arguments.people)
    print(page)
    if not arguments.dry_run:
        PAGE.write_text(page, encoding="utf-8")
    return int(any(trial.wrong for trial in found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--dry-run", action="store_true", help="print only, write no page")
    return parser.parse_args()


class Site:
    """A demo in a folder of its own, and the real server in front of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.database = folder, folder / "teladan.sqlite3"
        self.environment = environment(folder)
        self.cookie = ""
        self.server: subprocess.Popen[bytes] | None = None
        self.port = 0

    def load(self, people: int) -> None:
        """Load the demo and sign an officer in; the server reads the session from the same database."""
        for command in (
            ["migrate", "-v", "0"],
            ["collectstatic", "--noinput", "-v", "0"],
            ["demo", "--people", str(people)],
        ):
            self._program(*command)
        script = (
            "from django.contrib.auth import login, get_user_model\n"
            "from django.contrib.sessions.backends.db import SessionStore\n"
            "from django.http import HttpRequest\n"
            "request = HttpRequest()\n"
            "request.session = SessionStore()\n"
            "officer = get_user_model().objects.get(role='head')\n"
            "login(request, officer, 'django.contrib.auth.backends.ModelBackend')\n"
            "request.session.save()\n"
            "print('session=' + request.session.session_key)\n"
        )
        self.cookie = re.search(r"session=(\S+)", self._program("shell", "-v", "0", "-c", script)).group(1)  # type: ignore[union-attr]

    def _program(self, *words: str) -> str:
        command = [sys.executable, "-m", "teladan.site.program", *words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise SystemExit(f"{' '.join(words[:2])}: {done.stderr[-2000:]}")
        return done.stdout

    def start(self) -> None:
        with closing(socket.socket()) as probe:
            probe.bind((HOST, 0))
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "teladan.site.program", "serve", "--port", str(self.port)]
        self.server = subprocess.Popen(  # noqa: S603
            command, env=self.environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _attempt in range(600):
            if self._answers():
                return
            time.sleep(0.1)
        raise SystemExit("the site did not start within a minute")

    def _answers(self) -> bool:
        try:
            return self.request("GET", "/healthz")[0] == 200
        except OSError:
            return False

    def kill(self) -> None:
        """End every process of the server at once, as a power cut does."""
        if self.server is not None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def kill_worker(self) -> None:
        """End only the worker; the watcher starts another."""
        for worker in self._workers():
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)

    def _workers(self) -> list[int]:
        if self.server is None:
            return []
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in children.split() if b"\0worker\0" in _command(int(pid))]

    def wait_for_work(self) -> None:
        """Wait until nothing that was asked for is waiting or running."""
        for _attempt in range(1200):
            if not self._count("SELECT count(*) FROM rights_job WHERE state IN ('waiting', 'running')"):
                return
            time.sleep(0.1)
        raise SystemExit("the work did not end within two minutes")

    def _count(self, query: str) -> int:
        with closing(sqlite3.connect(self.database)) as database:
            return int(database.execute(query).fetchone()[0])

    def request(
        self, method: str, path: str, form: dict[str, str] | None = None, token: str = ""
    ) -> tuple[int, str, str]:
        """Return status, Location and body."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        headers = {"Cookie": f"sessionid={self.cookie}; csrftoken={token}", "Host": f"localhost:{self.port}"}
        body = None
        if form is not None:
            body = urlencode(form | {"csrfmiddlewaretoken": token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(connection):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location", ""), answer.read().decode()

    def state(self) -> State:
        with closing(sqlite3.connect(self.database)) as database:
            return {name: database.execute(query).fetchone()[0] for name, query in COUNTS.items()}

    def keep(self, name: str) -> None:
        with closing(sqlite3.connect(self.database)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(self.database, self.folder / name)

    def put_back(self, name: str) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.database}{ending}").unlink(missing_ok=True)
        shutil.copy(self.folder / name, self.database)


def press(site: Site, act: str) -> int:
    """Press the button of an action as the page offers it; return the status of the answer."""
    token = "a" * 32
    if act == "open":
        return site.request("POST", "/remisi/buka/", ASKED, token)[0]
    _status, occasion, _body = site.request("GET", f"/remisi/usulan/?{urlencode(ASKED)}")
    form = {"number": "PAS-UJI/2027", "on": DAY}
    return site.request("POST", f"{occasion}keputusan/", form, token)[0]


def _command(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


@dataclass
class Trial:
    """Fifty kills of one action: how each ended and what was wrong."""

    act: str
    seconds: float
    whole: State
    ends: Counter[str]
    wrong: list[str]


def _trial(site: Site, act: str, kills: int) -> Trial:
    start = f"before-{act}"
    if act == "decide":
        site.start()
        press(site, "open")
        site.kill()
    site.keep(start)
    before = site.state()
    seconds, after = _undisturbed(site, act)
    dice, trial = random.Random(f"kill-{act}"), Trial(act, seconds, after, Counter(), [])  # noqa: S311
    for number in range(kills):
        site.put_back(start)
        only_worker = bool(number % 2)
        _kill_once(site, trial, before, dice.uniform(0, 1.1 * seconds), only_worker=only_worker)
        print(f"{act} {number + 1}/{kills}: {dict(trial.ends)}", file=sys.stderr, flush=True)
    return trial


def _undisturbed(site: Site, act: str) -> tuple[float, State]:
    """Return how long the action takes when nobody kills it, and what is there afterwards."""
    site.start()
    site.request("GET", f"/remisi/usulan/?{urlencode(ASKED)}")
    began = time.perf_counter()
    status = press(site, act)
    site.wait_for_work()
    seconds = time.perf_counter() - began
    site.kill()
    if status != 302:
        raise SystemExit(f"{act}: the site answered {status}")
    return seconds, site.state()


def _kill_once(site: Site, trial: Trial, before: State, moment: float, *, only_worker: bool) -> None:
    site.start()
    site.request("GET", f"/remisi/usulan/?{urlencode(ASKED)}")
    pressing = threading.Thread(target=_press_quietly, args=(site, trial.act), daemon=True)
    pressing.start()
    time.sleep(moment)
    site.kill_worker() if only_worker else site.kill()
    left = site.state()
    pressing.join()
    end = "nothing" if left == before else "all" if left == trial.whole else "half"
    trial.ends[end] += 1
    if end == "half":
        trial.wrong.append(f"{trial.act} killed after {moment:.3f} s left {left}")
    if not only_worker:
        site.start()
    site.wait_for_work()  # taken up by itself
    press(site, trial.act)
    site.wait_for_work()
    site.kill()
    if (again := site.state()) != trial.whole:
        trial.wrong.append(f"{trial.act} pressed again gave {again}")


def _press_quietly(site: Site, act: str) -> None:
    try:
        press(site, act)
    except OSError:
        pass  # the server died: that is the point
    except http.client.HTTPException:
        pass


def report(trials: list[Trial], people: int) -> str:
    rows = [
        f"| {trial.act} | {sum(trial.ends.values())} | {trial.ends['nothing']} | {trial.ends['all']} | "
        f"{trial.ends['half']} | {sum('pressed again' in each for each in trial.wrong)} | {trial.whole['cases']} | "
        f"{trial.seconds:.2f} s |"
        for trial in trials
    ]
    wrong = [f"- {each}" for trial in trials for each in trial.wrong]
    lines = [
        "# Kill the server in the middle of a remission day",
        "",
        "Written by `make bench-kill` (`bench/kill.py`); do not edit.",
        "",
        f"- Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, SQLite (WAL)",
        f"- Data: a demo of {people} people, 17 August 2027, pressed over HTTP",
        "- Killed by SIGKILL: every process of the site; every second time only the worker",
        f"- Date: {dt.date.today().isoformat()}",  # noqa: DTZ011
        "",
        "| action | kills | nothing was there | all was there | half | doubled when run again | cases | undisturbed |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        *rows,
        "",
        *(wrong or ["No half action, nothing doubled."]),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""Does the open API ever fail? 20,000 made-up requests to the real server, what nobody sends by chance, the limit.

Schemathesis reads the API's own description and holds every answer against it. Statuses and times are those of the
server's own log. The table goes to docs/benchmarks/api.md; the exit status is 1 when anything fell short.
"""

import argparse
import datetime as dt
import json
import os
import platform
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
from teladan.portal.tests.odd_inputs import INPUTS, Odd
from teladan.site.watch import web_command

PAGE = ROOT / "docs" / "benchmarks" / "api.md"
WANTED, SEED = 20_000, 20261124
PORT, ENOUGH, LIMIT, MORE = 8790, 10**9, 120, 20
SITE, ADDRESSES = f"http://127.0.0.1:{PORT}", ("/api/v1/assess", "/api/assess")
# Not held: what fits the schema may still be refused, such as an end before its start; no schema can say that.
NOT_HELD = "positive_data_acceptance"
# A list with one item too many may also be too many bytes: 413 refuses as well as 422.
TOO_LARGE_IS_REFUSED = "[checks.negative_data_rejection]\nexpected-statuses = [400, 413, 422]\n"
SECOND = 1_000  # milliseconds; nothing may take longer


@dataclass(frozen=True)
class Found:
    """What came out: of schemathesis, of the server's log, of the odd inputs, of asking too often."""

    wanted: int
    seconds: float
    fuzzed: tuple[int, str]
    lines: list[dict[str, Any]]
    odd: list[tuple[Odd, int, float]]
    asked: Counter[int]


def main() -> int:
    """Run all of it, write the page; the exit status says whether anything fell short."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server ends with it
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=WANTED, help="how many at least")
    found = _run(parser.parse_args().requests)
    wrong = _wrong(found)
    PAGE.write_text(_page(found, wrong), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return 1 if wrong else 0


def _run(wanted: int) -> Found:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _program("collectstatic", "--noinput", "--verbosity", "0", place=place)
        with _server(place, ENOUGH):
            started = time.monotonic()
            fuzzed = _fuzz(place, wanted)
            seconds = time.monotonic() - started
        lines = _answered(place)
        with _server(place, ENOUGH):
            odd = [(each, *_send(each)) for each in INPUTS]
        with _server(place, LIMIT):
            asked = Counter(_send(Odd("no facts", b"{}"))[0] for _ in range(LIMIT + MORE))
    return Found(wanted, seconds, fuzzed, lines, odd, asked)


@contextmanager
def _server(place: Path, limit: int) -> Iterator[None]:
    """Run the site as `teladan serve` runs it, two web processes, its log in a file."""
    (place / "var" / "asked").unlink(missing_ok=True)  # nobody has asked yet
    with socket.create_server(("127.0.0.1", PORT)):
        pass  # two servers would share the port in silence
    settings = _settings(place) | {"TELADAN_API_PER_MINUTE": str(limit), "TELADAN_LOG_LEVEL": "INFO"}
    with (place / "log").open("w", encoding="utf-8") as log:
        running = subprocess.Popen(web_command("127.0.0.1", PORT, 2), env=settings, stderr=log, stdout=log)  # noqa: S603
        try:
            _wait_until_it_answers()
            yield
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(60)


def _settings(place: Path) -> dict[str, str]:
    return os.environ | {"TELADAN_VAR": str(place / "var"), "TELADAN_HTTPS": "0", "TELADAN_PROXIES": ""}


def _program(*arguments: str, place: Path) -> None:
    command = [sys.executable, "-m", "teladan.site.program", *arguments]
    subprocess.run(command, env=_settings(place), check=True)  # noqa: S603


def _wait_until_it_answers() -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{SITE}/api/openapi.json", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start: see what else uses the port")


def _fuzz(place: Path, wanted: int) -> tuple[int, str]:
    """Let schemathesis make up requests that fit the description and that do not; return exit status and words.

    One process after the other, one for each address: threads of one have broken hypothesis' look at its own source.
    """
    done = [_schemathesis(place / address.strip("/").replace("/", "-"), address, wanted) for address in ADDRESSES]
    return max(abs(process.returncode) for process in done), "\n".join(process.stdout for process in done)


def _schemathesis(folder: Path, address: str, wanted: int) -> subprocess.CompletedProcess[str]:
    folder.mkdir()
    (folder / "schemathesis.toml").write_text(TOO_LARGE_IS_REFUSED, encoding="utf-8")
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        *("run", f"{SITE}/api/openapi.json", "--include-path", address),
        *("--checks", "all", "--exclude-checks", NOT_HELD, "--max-response-time", "1"),
        *("--phases", "examples,coverage,fuzzing", "--mode", "all"),
        *("--max-examples", str(wanted // len(ADDRESSES)), "--seed", str(SEED), "--continue-on-failure"),
        *("--generation-database", "none", "--no-color"),
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603


def _answered(place: Path) -> list[dict[str, Any]]:
    """Return the lines of the server's log about the API."""
    lines = [json.loads(line) for line in (place / "log").read_text(encoding="utf-8").splitlines() if line[:1] == "{"]
    return [line for line in lines if line.get("route", "").endswith("assess") or line["level"] != "info"]


def _send(odd: Odd) -> tuple[int, float]:
    """Return the status and how long the answer took, in milliseconds."""
    headers = {"Content-Type": odd.kind, **odd.headers}
    request = urllib.request.Request(SITE + ADDRESSES[0], odd.body, headers, method="POST")  # noqa: S310 - our own
    started = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            status = answer.status
    except urllib.error.HTTPError as refused:
        status = refused.code
    return status, (time.perf_counter() - started) * 1000


def _wrong(found: Found) -> list[str]:
    """Say what fell short, nothing where all is well."""
    told = [f"status {line['status']} at `{line['route']}`" for line in found.lines if line.get("status", 0) >= 500]
    told += [
        f"{each.name}: status {status}, not {each.status}" for each, status, _ in found.odd if status != each.status
    ]
    told += [f"{each.name}: {taken:.0f} ms" for each, _, taken in found.odd if taken > SECOND]
    if len(found.lines) < found.wanted:
        told.append(f"only {len(found.lines):,} requests")
    # Where a new minute begins meanwhile, one or two more fit into sixty seconds.
    if not LIMIT <= found.asked[200] <= LIMIT + 2 or found.asked[200] + found.asked[429] != LIMIT + MORE:
        told.append(f"the limit: {dict(found.asked)}")
    if found.fuzzed[0]:
        named = [line.strip(" ❌") for line in found.fuzzed[1].splitlines() if re.match(r"\s+❌ ST\d+", line)]
        told += [f"schemathesis: {name}" for name in named] or ["schemathesis did not end well"]
    return told


TEXT = """# Whether the open API ever fails

Written by `make fuzz-api` on {day}: schemathesis {version}, seed {seed}, at least {wanted:,} requests to the site
as `teladan serve` runs it (Granian, two web processes). From the API's own description at `/api/openapi.json` it takes
the examples, every edge of every field, and what it makes up, fitting and not fitting. Each answer is held against the
description: no status 5xx; only declared statuses, kinds and headers; every body by its schema; nothing wrong
accepted; no other method answered; none over a second. Not held: `{not_held}`, since an end before its
start fits any schema. Statuses and times are those of the server's own log.

Machine: {machine}, {cores} cores, Python {python}. It took {seconds:.0f} s, making the requests included; load at the
end {load:.1f}.

{table}

Schemathesis says: {summary}. Fell short: {wrong}.

The limit of {limit} a minute, over both processes: of {asked} requests at once {answered} were answered and {refused}
refused.

## What nobody sends by chance

Each sent once to the same server; milliseconds at the sender.

| what | status | ms |
| --- | ---: | ---: |
{odd}
"""


def _page(found: Found, wrong: list[str]) -> str:
    said = [line.strip(" =") for line in found.fuzzed[1].splitlines() if "generated, " in line or "issues" in line]
    return TEXT.format(
        day=dt.datetime.now(tz=dt.UTC).date(),
        version=version("schemathesis"),
        seed=SEED,
        wanted=found.wanted,
        not_held=NOT_HELD,
        machine=platform.machine(),
        cores=os.cpu_count(),
        python=platform.python_version(),
        seconds=found.seconds,
        load=os.getloadavg()[0],
        table=_table(found.lines),
        summary="; ".join(said),
        wrong="; ".join(wrong) or "nothing",
        limit=LIMIT,
        asked=found.asked.total(),
        answered=found.asked[200],
        refused=found.asked[429],
        odd="\n".join(f"| {each.name} | {status} | {taken:.0f} |" for each, status, taken in found.odd),
    )


def _table(lines: list[dict[str, Any]]) -> str:
    statuses = sorted(Counter(line["status"] for line in lines if "status" in line).items())
    spent = sorted(line["milliseconds"] for line in lines if "milliseconds" in line)
    head = ["requests", *(f"{status}" for status, _ in statuses), "median ms", "slowest ms"]
    row = [f"{len(lines):,}", *(f"{n:,}" for _, n in statuses), f"{spent[len(spent) // 2]:.1f}", f"{spent[-1]:.0f}"]
    return f"| {' | '.join(head)} |\n|{' ---: |' * len(head)}\n| {' | '.join(row)} |"


if __name__ == "__main__":
    sys.exit(main())

"""How fast are the pages of the desk? Every address, by every role that may open it, at 700 and at 5,000 people.

`make bench-pages` prints a table and writes `docs/benchmarks/pages.md`. Each population is the demo's, in a database of
its own that is thrown away afterwards. A page is too slow when its median is over 100 ms, and asks too much when it
needs more than 15 queries; either makes this program fail.
"""

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "benchmarks" / "pages.md"
SIZES = (700, 5000)
REPEATS = 9
SLOWEST_MS, MOST_QUERIES = 100, 15
AS_OF = dt.date.today()  # noqa: DTZ011 - the demo lives on the day it is loaded


def main() -> int:
    arguments = _arguments()
    if arguments.measure:
        print(json.dumps(measure(arguments.measure)))
        return 0
    results = {size: _in_own_database(size) for size in arguments.people}
    page = report(results)
    print(page)
    if not arguments.dry_run:
        PAGE.write_text(page, encoding="utf-8")
    return int(bool(_broken(results)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=SIZES, help="sizes of the population")
    parser.add_argument("--dry-run", action="store_true", help="print only, write no page")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_own_database(size: int) -> dict[str, Any]:
    """Load and measure in a new process: its settings name a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="teladan-bench-") as folder:
        environment = os.environ | {
            "TELADAN_VAR": folder,
            "TELADAN_DATABASE": f"sqlite:///{folder}/teladan.sqlite3",
            "TELADAN_LOG_LEVEL": "CRITICAL",
            "DJANGO_SETTINGS_MODULE": "teladan.site.settings",
        }
        command = [sys.executable, __file__, "--measure", str(size)]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


def measure(size: int) -> dict[str, Any]:
    """Load the demo with so many people and return milliseconds and queries of every page."""
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    # Static files are not measured: their plain addresses do for the pages.
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from teladan.exemplar.demo import loader, population  # noqa: PLC0415

    settings.STATIC_ROOT.mkdir()
    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    facility = loader.load(size, AS_OF, population.SEED, lambda *_: None)
    loaded = time.perf_counter() - started
    pages = _pages(facility)
    return {"loaded_s": round(loaded, 1), "pages": pages, "load": round(os.getloadavg()[1], 1)}


def _pages(facility: Any) -> dict[str, dict[str, Any]]:
    from django.urls import reverse  # noqa: PLC0415

    from teladan.desk.urls import urlpatterns  # noqa: PLC0415

    places = Places(facility)
    found: dict[str, dict[str, Any]] = {}
    for pattern in urlpatterns:
        addresses = [reverse(f"desk:{pattern.name}", kwargs=filled) for filled in places.fill(pattern)]
        found[pattern.name] = _slowest_role(facility, pattern.callback.permission, addresses)
    return found


def _slowest_role(facility: Any, permission: str, addresses: list[str]) -> dict[str, Any]:
    if not addresses:
        return {}
    from teladan.desk.roles import may  # noqa: PLC0415
    from teladan.people.models.facility import Role  # noqa: PLC0415

    officers = [facility.officers.filter(role=role).first() for role in Role]
    timed = [_timed(officer, addresses) for officer in officers if officer and may(officer, permission)]
    return max(filter(None, timed), key=lambda each: each["ms"], default={})


def _timed(officer: Any, addresses: list[str]) -> dict[str, Any]:
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(addresses[0])
        answer.getvalue()
    queries = len(captured)  # now: the next request clears the log
    if answer.status_code in {302, 404, 405, 409, 422}:  # takes a form, sends on, or has nothing to show yet
        return {}
    if answer.status_code != 200:
        raise RuntimeError(f"{addresses[0]} answered {answer.status_code} to {officer.role}")
    times, processor = [], []
    for number in range(REPEATS):
        started, spent = time.perf_counter(), time.process_time()
        client.get(addresses[number % len(addresses)]).getvalue()
        times.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - spent) * 1000)
    return {
        "ms": round(statistics.median(times), 1),
        "processor_ms": round(statistics.median(processor), 1),
        "queries": queries,
        "role": officer.role,
    }


class Places:
    """What stands in the addresses: several people, cases and so on, so that no lucky one decides."""

    def __init__(self, facility: Any) -> None:
        self.facility = facility

    def fill(self, pattern: Any) -> list[dict[str, Any]]:
        """Return what to put in an address; nothing for one that this program does not know."""
        wanted = set(pattern.pattern.converters)
        if not wanted:
            return [{}]
        if wanted == {"uid"} and pattern.name.startswith("person"):
            return self._people()
        known = self._known()
        return known[pattern.name]() if pattern.name in known else []

    def _known(self) -> dict[str, Callable[[], list[dict[str, Any]]]]:
        return {
            "person_date": lambda: [each | {"code": "release"} for each in self._people()],
            "person_right": lambda: [each | {"code": "parole"} for each in self._people()],
            "rule": lambda: [{"code": "general_remission"}],
            "case": self._cases,
            "case_letter": self._cases,
            "remission_day": self._days,
            "remission_decrees": self._days,
        }

    def _cases(self) -> list[dict[str, Any]]:
        return [{"uid": case.uid} for case in self.facility.cases.order_by("pk")[:REPEATS]]

    def _days(self) -> list[dict[str, Any]]:
        return [{"uid": day.uid} for day in self.facility.occasions.order_by("pk")[:REPEATS]]

    def _people(self) -> list[dict[str, Any]]:
        stays = self.facility.stays.filter(released_on=None, status="convict").select_related("person")
        step = max(stays.count() // REPEATS, 1)
        return [{"uid": stay.person.uid} for stay in stays.order_by("pk")[::step][:REPEATS]]


def _told(size: int, result: dict[str, Any]) -> str:
    busy = "; more than its cores, so limits are held against processor time" if _busy(result) else ""
    return f"Loading {size:,} people took {result['loaded_s']} s. Load while measuring: {result['load']}{busy}."


def _cell(each: dict[str, Any]) -> str:
    return f"{each['ms']} | {each['processor_ms']} | {each['queries']}" if each else "- | - | -"


def _broken(results: dict[int, dict[str, Any]]) -> list[str]:
    return [
        f"{name} at {size:,} people: {each['ms']} ms, {each['queries']} queries"
        for size, result in results.items()
        for name, each in result["pages"].items()
        if each and (_slow(each, result) or each["queries"] > MOST_QUERIES)
    ]


def _slow(each: dict[str, Any], result: dict[str, Any]) -> bool:
    """Judge by the clock; on a machine busy with other work, by the processor time the page itself took."""
    return bool(each["processor_ms" if _busy(result) else "ms"] > SLOWEST_MS)


def _busy(result: dict[str, Any]) -> bool:
    return bool(result["load"] > (os.cpu_count() or 1))


def report(results: dict[int, dict[str, Any]]) -> str:
    """Return the page as Markdown."""
    sizes = list(results)
    head = " | ".join(f"{size:,} people, ms | processor ms | queries" for size in sizes)
    lines = [
        "# How fast the pages of the desk are",
        "",
        "Written by `make bench-pages`. Median of 9 requests in the server, without the network, on SQLite; of the",
        "roles that may open a page the slowest. Pages about one person are asked about 9 different people.",
        f"Limits: {SLOWEST_MS} ms, {MOST_QUERIES} queries. Processor time leaves out what other programs took.",
        "",
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
        *(_told(size, results[size]) for size in sizes),
        "",
        f"| page | {head} |",
        f"| --- {'| ---: | ---: | ---: ' * len(sizes)}|",
    ]
    pages = results[sizes[0]]["pages"]
    for name in (name for name in pages if pages[name]):
        cells = " | ".join(_cell(results[size]["pages"][name]) for size in sizes)
        lines.append(f"| `{name}` | {cells} |")
    if left_out := [f"`{name}`" for name in pages if not pages[name]]:
        lines += ["", f"Not measured (take a form, send on, or the demo holds none): {', '.join(left_out)}."]
    broken = _broken(results)
    lines += ["", *([f"Over a limit: {each}." for each in broken] or ["Every page is within both limits."]), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

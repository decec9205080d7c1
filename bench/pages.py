"""How fast are the pages of the desk? Every address, by every role that may open it, at 700 and at 5,000 people.

`make bench-pages` prints a table and writes `docs/benchmarks/pages.md`. Each population is the demo's, in a database of
its own that is thrown away afterwards. A page is too slow when its median is over 100 ms, and asks too much when it
needs more than 15 queries; either makes this program fail.
"""

import datetime as dt
import math
import os
import platform
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from bench.own_database import Bench

PAGE = ROOT / "docs" / "benchmarks" / "pages.md"
SIZES = (700, 5000)
REPEATS, PROBED = 9, 3
SLOWEST_MS, MOST_QUERIES = 100, 15
# A list as a file or on paper holds everybody, read in parts: at the size of a large prison it may take a second.
FILES, FILE_MS, FILES_TO = {"csv", "xlsx", "cetak"}, 1000, 700
WHY = {302: "sends on", 404: "nothing to ask about", 405: "takes POST only"}
AS_OF = dt.date.today()  # noqa: DTZ011 - the demo lives on the day it is loaded


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
    from bench.prepare import prepare  # noqa: PLC0415

    prepare(facility, AS_OF)
    pages = _pages(facility)
    return {"loaded_s": round(loaded, 1), "pages": pages, "load": round(os.getloadavg()[1], 1)}


def _pages(facility: Any) -> dict[str, dict[str, Any]]:
    from bench.places import addresses  # noqa: PLC0415
    from teladan.desk.urls import urlpatterns  # noqa: PLC0415

    known = addresses(facility, urlpatterns)
    found = {name: _slowest_role(facility, permission, asked) for name, (permission, asked) in known.items()}
    found["people_search"] = _search(facility)
    return found


def _slowest_role(facility: Any, permission: str, addresses: list[str]) -> dict[str, Any]:
    """Return the times of the role that waits longest, or why there are none."""
    from teladan.desk.roles import may  # noqa: PLC0415
    from teladan.people.models.facility import Role  # noqa: PLC0415

    if not addresses:
        return {"why": "nothing to ask about"}
    officers = [facility.officers.filter(role=role).first() for role in Role]
    probes = [_probe(_signed_in(officer), addresses, officer.role) for officer in officers if may(officer, permission)]
    return _timed(max(probes, key=lambda each: each.processor_ms))


def _signed_in(officer: Any) -> Any:
    from django.test import Client  # noqa: PLC0415

    client = Client(SERVER_NAME="localhost")
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _search(facility: Any) -> dict[str, Any]:
    """Measure what a search shows: the words are posted and kept, and the list is asked for."""
    officer = facility.officers.filter(role="registrar").first()
    client = _signed_in(officer)
    address = client.post("/orang/cari/", {"kata": "yohanis"})["Location"]
    return _timed(_probe(client, [address], officer.role))


@dataclass
class Probe:
    """A page as one role opens it: the addresses that answer, the most queries and the slowest of a few requests."""

    client: Any
    role: str
    open_to: list[str] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    queries: int = 0
    processor_ms: float = -1


def _probe(client: Any, addresses: list[str], role: str) -> Probe:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    probe = Probe(client, role)
    for address in addresses:
        spent = time.process_time()
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
            answer.getvalue()
        if answer.status_code != 200:
            probe.refused.add(answer.status_code)
            continue
        probe.open_to.append(address)
        probe.queries = max(probe.queries, len(captured))
        probe.processor_ms = max(probe.processor_ms, (time.process_time() - spent) * 1000)
        if len(probe.open_to) == PROBED:
            break
    return probe


def _timed(probe: Probe) -> dict[str, Any]:
    """Return the median of the role that a few requests showed to be the slowest, or why there is none."""
    if not probe.open_to:
        return {"why": WHY.get(min(probe.refused), f"answered {sorted(probe.refused)}")}
    times, processor = [], []
    for number in range(REPEATS):
        started, spent = time.perf_counter(), time.process_time()
        probe.client.get(probe.open_to[number % len(probe.open_to)]).getvalue()
        times.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - spent) * 1000)
    return {
        "ms": round(statistics.median(times), 1),
        "processor_ms": round(statistics.median(processor), 1),
        "queries": probe.queries,
        "role": probe.role,
    }


def _told(size: int, result: dict[str, Any]) -> str:
    busy = "; more than its cores, so limits are held against processor time" if _busy(result) else ""
    return f"Loading {size:,} people took {result['loaded_s']} s. Load while measuring: {result['load']}{busy}."


def _cell(each: dict[str, Any]) -> str:
    return f"{each['ms']} | {each['processor_ms']} | {each['queries']}" if "ms" in each else "- | - | -"


def _broken(results: dict[int, dict[str, Any]]) -> list[str]:
    return [
        f"{name} at {size:,} people: {each['ms']} ms, {each['queries']} queries"
        for size, result in results.items()
        for name, each in result["pages"].items()
        if "ms" in each and _over(each, result, *limits_of(name, size))
    ]


def limits_of(page: str, size: int) -> tuple[float, float]:
    """Return the milliseconds and the queries that a page, or a list as a file, may take."""
    if page.rpartition(", ")[2] in FILES:
        return (FILE_MS, MOST_QUERIES) if size <= FILES_TO else (math.inf, math.inf)
    return SLOWEST_MS, MOST_QUERIES


def _over(each: dict[str, Any], result: dict[str, Any], milliseconds: float, queries: float) -> bool:
    return _slow(each, result, milliseconds) or each["queries"] > queries


def _slow(each: dict[str, Any], result: dict[str, Any], limit: float) -> bool:
    """Judge by the clock; on a machine busy with other work, by the processor time the page itself took."""
    return bool(each["processor_ms" if _busy(result) else "ms"] > limit)


def _busy(result: dict[str, Any]) -> bool:
    return bool(result["load"] > (os.cpu_count() or 1))


def _left_out(pages: dict[str, dict[str, Any]]) -> list[str]:
    """Say which addresses were not measured, by reason."""
    reasons = sorted({each["why"] for each in pages.values() if "why" in each})
    names = {why: [f"`{name}`" for name, each in pages.items() if each.get("why") == why] for why in reasons}
    return [f"Not measured, {why}: {', '.join(names[why])}." for why in reasons]


def report(results: dict[int, dict[str, Any]]) -> str:
    """Return the page as Markdown."""
    sizes = list(results)
    head = " | ".join(f"{size:,} people, ms | processor ms | queries" for size in sizes)
    lines = [
        "# How fast the pages of the desk are",
        "",
        "Written by `make bench-pages`. Median of 9 requests in the server, without the network, on SQLite; of the",
        "roles that may open a page the slowest. Pages about one person are asked about 3 people of each role.",
        f"Limits: {SLOWEST_MS} ms, {MOST_QUERIES} queries; a list of everybody as a file (csv, xlsx) or on paper",
        "(cetak) 1 s at 700 people, beyond that it is shown as it is. Processor time leaves out what other programs",
        "took. The demo is completed by two remission days, one of them decided, hearings planned and held, a verdict",
        "sent in, documents and people who left (`bench/prepare.py`).",
        "",
        f"Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
        *(_told(size, results[size]) for size in sizes),
        "",
        f"| page | {head} |",
        f"| --- {'| ---: | ---: | ---: ' * len(sizes)}|",
    ]
    pages = results[sizes[0]]["pages"]
    for name in (name for name in pages if "ms" in pages[name]):
        cells = " | ".join(_cell(results[size]["pages"][name]) for size in sizes)
        lines.append(f"| `{name}` | {cells} |")
    lines += ["", *_left_out(pages)]
    broken = _broken(results)
    lines += ["", *([f"Over a limit: {each}." for each in broken] or ["Every page is within both limits."]), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(Bench(__file__, __doc__ or "", PAGE, SIZES, measure, report, _broken).run())

"""How long does a remission day take? Propose, open the cases, decide, print all decrees, at 700 and 5,000 people.

`make bench-day` prints a table and writes `docs/benchmarks/remission-day.md`. Each population is the tests' crowd with
a conduct report for every month inside, in a database of its own that is thrown away afterwards. Also measured: the
nightly assessment of everybody, and one change of the register with the assessment that follows it. The processor's
time is what counts: the clock also shows what else the machine does. Fails when a step is over its limit.
"""

import datetime as dt
import os
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from bench.own_database import Bench

PAGE = ROOT / "docs" / "benchmarks" / "remission-day.md"
SIZES = (700, 5000)
DAY = dt.date(2026, 8, 17)
BEFORE = dt.date(2026, 7, 1)  # the day of proposing and deciding
CHANGES = 20
# Processor seconds at each size; None: no limit was set.
LIMITS: dict[str, dict[int, float | None]] = {
    "first night": {700: None, 5000: None},
    "night": {700: 2, 5000: 12},
    "one change": {700: 0.06, 5000: 0.06},
    "propose": {700: 0.5, 5000: 4},
    "open": {700: 1, 5000: None},
    "decide": {700: 2, 5000: 15},
    "print": {700: 20, 5000: None},
}
WORDS = {
    "first night": "assess everybody for the first time, open the cases due",
    "night": "the next night",
    "one change": f"a change of the register with its assessment (mean of {CHANGES})",
    "propose": "who, how much, which rung, who not and why",
    "open": "make the cases with their steps",
    "decide": "remissions, decisions, every date again, cases, history, ledger",
    "print": "all decrees in one PDF",
}
Measured = dict[str, dict[str, float]]


def measure(size: int) -> dict[str, Any]:
    """Return people, cases and the seconds of every step, by clock and by processor."""
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from teladan.rights.letters import decrees_pdf  # noqa: PLC0415
    from teladan.rights.remission_day import decide_occasion, open_occasion, propose  # noqa: PLC0415

    call_command("migrate", verbosity=0, skip_checks=True)
    where, stays = _population(size)
    now = timezone.make_aware(dt.datetime.combine(BEFORE, dt.time(9)))
    found: Measured = {}
    _timed(found, "first night", lambda: _night(where, BEFORE))
    _timed(found, "night", lambda: _night(where, BEFORE + dt.timedelta(days=1)))
    _timed(found, "one change", lambda: _changes(stays), CHANGES)
    _timed(found, "propose", lambda: propose(where, "general_remission", DAY))
    occasion = _timed(found, "open", lambda: open_occasion(where, "general_remission", DAY, actor=None, now=now))
    _timed(found, "decide", lambda: decide_occasion(occasion, decree_number="B/1", on=BEFORE, actor=None, now=now))
    occasion.refresh_from_db()
    _timed(found, "print", lambda: decrees_pdf(occasion))
    return {"cases": occasion.cases.count(), "steps": found}


def _population(size: int) -> tuple[Any, list[Any]]:
    from django.db import transaction  # noqa: PLC0415

    from teladan.people import bulk  # noqa: PLC0415
    from teladan.people.models import ConductReport, Facility  # noqa: PLC0415
    from teladan.rights.tests.crowd import crowd  # noqa: PLC0415

    with transaction.atomic():
        where = Facility.objects.create(name="Lapas Ukur", kind="lapas", place="Ukur")
        stays = crowd(where, size, DAY)
        months = [ConductReport(stay=stay, month=month, rating="good") for stay in stays for month in _months(stay)]
        bulk.insert(ConductReport, months)
    return where, stays


def _months(stay: Any) -> list[dt.date]:
    """Every month inside before the one of the day, which the crowd has already."""
    months, month = [], stay.admitted_on.replace(day=1)
    while month < DAY.replace(day=1):
        months.append(month)
        month = (month + dt.timedelta(days=32)).replace(day=1)
    return months


def _night(where: Any, day: dt.date) -> None:
    from teladan.rights.services import assess_facility, open_due_cases  # noqa: PLC0415

    assess_facility(where, day)
    open_due_cases(where, day)


def _changes(stays: list[Any]) -> None:
    from teladan.people import services  # noqa: PLC0415
    from teladan.people.models import RiskAssessment  # noqa: PLC0415

    values = {"on": BEFORE - dt.timedelta(days=3), "level": "medium"}
    old = [stay for stay in stays if stay.admitted_on < BEFORE - dt.timedelta(days=300)]
    for stay in old[:CHANGES]:
        services.add(RiskAssessment, stay, values, actor=None, why="bench", today=BEFORE)


def _timed(found: Measured, step: str, work: Callable[[], Any], times: int = 1) -> Any:
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    found[step] = {"wall": (time.perf_counter() - wall) / times, "cpu": (time.process_time() - cpu) / times}
    return result


def report(results: dict[int, dict[str, Any]]) -> str:
    """The page."""
    sizes = list(results)
    head = "".join(f" {size:,} people, CPU s | wall s | limit, CPU s |" for size in sizes)
    lines = [f"| {step} | {WORDS[step]} |" + "".join(_cells(results[n], step, n) for n in sizes) for step in WORDS]
    cases = ", ".join(f"{results[size]['cases']:,} cases at {size:,} people" for size in sizes)
    return "\n".join(
        [
            "# How long a remission day takes",
            "",
            f"Measured {dt.date.today().isoformat()} by `make bench-day` on {_machine()}.",  # noqa: DTZ011
            f"The 17 August of made-up people, each with a conduct report a month: {cases}. SQLite.",
            "The CPU column is the processor time of the one process; the wall column also shows what else the machine",
            f"was doing (load {os.getloadavg()[0]:.1f} at the end).",
            f"Over the limit: {', '.join(_over(results)) or 'nothing'}.",
            "",
            f"| step | what |{head}",
            "| --- | --- |" + " ---: | ---: | ---: |" * len(sizes),
            *lines,
            "",
        ]
    )


def _cells(result: dict[str, Any], step: str, size: int) -> str:
    found, limit = result["steps"][step], LIMITS[step][size]
    return f" {found['cpu']:.2f} | {found['wall']:.2f} | {limit if limit is not None else ''} |"


def _over(results: dict[int, dict[str, Any]]) -> list[str]:
    return [
        f"{step} at {size:,}"
        for size, result in results.items()
        for step, found in result["steps"].items()
        if (limit := LIMITS[step][size]) is not None and found["cpu"] > limit
    ]


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(Bench(__file__, __doc__ or "", PAGE, SIZES, measure, report, _over).run())

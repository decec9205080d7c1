"""Monthly reports, Register F, risk, programme."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from teladan.people.checks.days import in_order, not_before_custody, not_in_future
from teladan.people.models import ConductReport, Discipline, Programme, RiskAssessment
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def conduct_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a month not written as its first day, twice, or outside custody."""
    seen: set[dt.date] = set()
    for report in whole.of(ConductReport):
        yield from not_in_future(report, "month", today)
        yield from _month(report, whole)
        if report.month in seen:
            yield _twice(report, "month", report.month)
        seen.add(report.month)


def _month(report: ConductReport, whole: Whole) -> Iterator[Problem]:
    if report.month.day != 1:
        yield problem(
            report,
            "month",
            "month_not_first",
            "Bulan ditulis sebagai tanggal satu, bukan {day}.",
            "A month is written as its first day, not {day}.",
            day=report.month,
        )
    elif report.month < whole.custody_start.replace(day=1):
        yield from not_before_custody(report, "month", whole)


def discipline_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a violation to come, outside custody, or whose loss of rights ends before it."""
    seen: set[tuple[object, ...]] = set()
    for entry in whole.of(Discipline):
        yield from not_in_future(entry, "on", today)
        yield from not_before_custody(entry, "on", whole)
        yield from in_order(entry, "on", "rights_lost_until")
        same = (entry.on, entry.level, entry.event)
        if same in seen:
            yield _twice(entry, "on", entry.on)
        seen.add(same)


def risk_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse an assessment to come, outside custody, or a second one of a day."""
    seen: set[dt.date] = set()
    for assessment in whole.of(RiskAssessment):
        yield from not_in_future(assessment, "on", today)
        yield from not_before_custody(assessment, "on", whole)
        if assessment.on in seen:
            yield _twice(assessment, "on", assessment.on)
        seen.add(assessment.on)


def programme_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a programme not begun, outside custody, ending before it began, or kept twice."""
    seen: set[tuple[object, ...]] = set()
    for programme in whole.of(Programme):
        yield from not_in_future(programme, "from_day", today)
        yield from not_before_custody(programme, "from_day", whole)
        yield from in_order(programme, "from_day", "until")
        same = (programme.name, programme.from_day)
        if same in seen:
            yield _twice(programme, "from_day", programme.from_day)
        seen.add(same)


def _twice(row: Any, field: str, day: dt.date) -> Problem:
    return problem(
        row,
        field,
        "already_recorded",
        "Catatan yang sama untuk {day} sudah ada.",
        "The same entry for {day} is recorded already.",
        day=day,
    )

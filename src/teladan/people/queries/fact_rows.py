"""One query a table: its rows as the contract writes them, by stay. Plain tuples: a prison has 100,000 rows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Programme,
    Remission,
    RiskAssessment,
    Verdict,
)
from teladan.people.queries.fact_sentences import sentences

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from django.db.models import Model

Rows = dict[int, list[dict[str, Any]]]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _grouped(pairs: Iterable[tuple[int, dict[str, Any]]]) -> Rows:
    rows: Rows = defaultdict(list)
    for stay, row in pairs:
        rows[stay].append(row)
    return rows


def _read(model: type[Model], stays: list[int], order: str, *names: str) -> Iterable[tuple[Any, ...]]:
    return model._default_manager.filter(stay_id__in=stays).order_by(order, "pk").values_list("stay_id", *names)  # noqa: SLF001


def _detention(stays: list[int]) -> Rows:
    rows = _read(Detention, stays, "start", "start", "end", "place", "authority")
    return _grouped(
        (stay, {"start": _iso(start), "end": _iso(end), "place": place} | ({"authority": who} if who else {}))
        for stay, start, end, place, who in rows
    )


def _absences(stays: list[int]) -> Rows:
    rows = _read(Absence, stays, "from_day", "from_day", "until", "reason")
    return _grouped((stay, {"from": _iso(a), "until": _iso(b), "reason": reason}) for stay, a, b, reason in rows)


def _remissions(stays: list[int]) -> Rows:
    rows = _read(Remission, stays, "granted_on", "kind", "granted_on", "months", "days", "late_for")
    return _grouped(
        (
            stay,
            {"kind": kind, "granted_on": _iso(on), "term": {"months": months, "days": days}}
            | ({"late_for": late_for} if late_for else {}),
        )
        for stay, kind, on, months, days, late_for in rows
    )


def _conduct(stays: list[int]) -> Rows:
    rows = _read(ConductReport, stays, "month", "month", "rating")
    return _grouped((stay, {"month": month.isoformat()[:7], "rating": rating}) for stay, month, rating in rows)


def _discipline(stays: list[int]) -> Rows:
    rows = _read(Discipline, stays, "on", "on", "level", "rights_lost_until")
    return _grouped(
        (stay, {"on": _iso(on), "level": level, "rights_lost_until": _iso(lost)}) for stay, on, level, lost in rows
    )


def _risk(stays: list[int]) -> Rows:
    rows = _read(RiskAssessment, stays, "on", "on", "level")
    return _grouped((stay, {"on": _iso(on), "level": level}) for stay, on, level in rows)


def _programme(stays: list[int]) -> Rows:
    rows = _read(Programme, stays, "from_day", "from_day", "until")
    return _grouped((stay, {"from": _iso(start), "until": _iso(until)}) for stay, start, until in rows)


LISTS: dict[str, Callable[[list[int]], Rows]] = {
    "detention": _detention,
    "sentences": sentences,
    "absences": _absences,
    "remissions": _remissions,
    "conduct": _conduct,
    "discipline": _discipline,
    "risk": _risk,
    "programme": _programme,
}


def certificates(stays: list[int]) -> dict[int, list[tuple[str, str, dt.date]]]:
    """Return (kind, detail, day) of every letter, by stay."""
    letters: dict[int, list[tuple[str, str, dt.date]]] = defaultdict(list)
    for stay, kind, detail, on in _read(Certificate, stays, "on", "kind", "detail", "on"):
        letters[stay].append((kind, detail, on))
    return letters


def verdicts_without_sentence(stays: list[int]) -> set[int]:
    """Return the stays with a judgment whose punishment is not entered."""
    return set(Verdict.objects.filter(stay_id__in=stays, sentences=None).values_list("stay_id", flat=True))

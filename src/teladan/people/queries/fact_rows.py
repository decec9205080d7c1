"""The rows of a stay as the contract writes them: one query for all tables but the sentences.

Plain tuples, of one shape for every table: a prison has 100,000 rows, and a page about one person cannot afford a
query for each table.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, DateField, IntegerField, Value
from django.db.models.functions import Cast

from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Programme,
    Remission,
    RiskAssessment,
)
from teladan.people.queries.tables import Tables, present

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet

    from teladan.people.models.base import Recorded

Facts = dict[str, Any]
Kept = dict[int, list[Any]]
NO_DAY = Cast(Value(None), DateField())  # a database must be told the type of nothing
NO_WORD = Value("", CharField())
NO_NUMBER = Value(0, IntegerField())
ORDER = itemgetter(0, 1)


@dataclass(frozen=True)
class Row:
    """One row of any of the tables."""

    day: dt.date
    until: dt.date | None
    code: str
    more: str
    months: int
    days: int


@dataclass(frozen=True)
class Source:
    """A table, what its columns are called, and how a row of it is written."""

    model: type[Recorded]
    day: str
    fact: Callable[[Row], Any]
    until: Any = NO_DAY
    code: Any = NO_WORD
    more: Any = NO_WORD
    months: Any = NO_NUMBER
    days: Any = NO_NUMBER


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _detention(row: Row) -> Facts:
    authority = {"authority": row.more} if row.more else {}
    return {"start": _iso(row.day), "end": _iso(row.until), "place": row.code} | authority


def _remission(row: Row) -> Facts:
    late_for = {"late_for": row.more} if row.more else {}
    term = {"months": row.months, "days": row.days}
    return {"kind": row.code, "granted_on": _iso(row.day), "term": term} | late_for


def _violation(row: Row) -> Facts:
    return {"on": _iso(row.day), "level": row.code, "rights_lost_until": _iso(row.until)}


# The order is that of the facts; the first table tells the database the types of the columns.
SOURCES: dict[str, Source] = {
    "detention": Source(Detention, "start", _detention, "end", "place", "authority"),
    "absences": Source(
        Absence,
        "from_day",
        lambda row: {"from": _iso(row.day), "until": _iso(row.until), "reason": row.code},
        "until",
        "reason",
    ),
    "remissions": Source(
        Remission, "granted_on", _remission, code="kind", more="late_for", months="months", days="days"
    ),
    "conduct": Source(
        ConductReport, "month", lambda row: {"month": row.day.isoformat()[:7], "rating": row.code}, code="rating"
    ),
    "discipline": Source(Discipline, "on", _violation, "rights_lost_until", "level"),
    "risk": Source(RiskAssessment, "on", lambda row: {"on": _iso(row.day), "level": row.code}, code="level"),
    "programme": Source(Programme, "from_day", lambda row: {"from": _iso(row.day), "until": _iso(row.until)}, "until"),
    "certificates": Source(Certificate, "on", lambda row: (row.code, row.more, row.day), code="kind", more="detail"),
}


def rows_of(stays: list[int], tables: Tables = present) -> dict[str, Kept]:
    """Return the rows of each list by stay, in their order: one query. Letters are (kind, detail, day)."""
    found: dict[str, dict[int, list[tuple[Any, ...]]]] = {name: defaultdict(list) for name in SOURCES}
    by_place = list(found.values())
    for place, stay, *rest in _union(stays, tables):
        by_place[place][stay].append(tuple(rest))
    return {name: _written(SOURCES[name].fact, rows) for name, rows in found.items()}


def _written(fact: Callable[[Row], Any], rows: dict[int, list[tuple[Any, ...]]]) -> Kept:
    return {stay: [fact(Row(day, *rest)) for day, _pk, *rest in sorted(each, key=ORDER)] for stay, each in rows.items()}


def _union(stays: list[int], tables: Tables) -> Iterable[tuple[Any, ...]]:
    first, *others = [
        _read(place, source, tables(source.model).filter(stay_id__in=stays))
        for place, source in enumerate(SOURCES.values())
    ]
    return first.union(*others, all=True)


def _read(place: int, source: Source, rows: QuerySet[Any]) -> QuerySet[Any, tuple[Any, ...]]:
    which = Value(place, IntegerField())
    columns = (source.day, "id", source.until, source.code, source.more, source.months, source.days)
    return rows.order_by().values_list(which, "stay_id", *columns)

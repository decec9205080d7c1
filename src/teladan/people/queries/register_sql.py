"""What is asked of the register, in SQL that both databases read: numbers and texts, ordered by stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from teladan.law import codes
from teladan.law.terms import FAR, MONTH
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.queries.register_reader import MISREAD, code, number, truth, uuid

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

    from teladan.people.queries.register_reader import Reader

UNITS: Final = ("years", "months", "days")
KINDS: Final = tuple(Certificate.Kind.values)  # illness, pledge, cooperation, merit
DETAILS: Final = (*codes.PLEDGE_KINDS, *codes.MERITS)
UNKNOWN_BIRTH: Final = -MISREAD


def keys(facility: int | None) -> str:
    """The keys of the open stays."""
    return f"SELECT s.id AS stay FROM {_table(Stay)} s WHERE {_inside(facility)} ORDER BY s.id"  # noqa: S608


def between(first: int, last: int, facility: int | None) -> str:
    """The open stays with keys from `first` to `last`, for the WHERE of what follows."""
    return f"s.id BETWEEN {first:d} AND {last:d} AND {_inside(facility)}"


def _table(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'  # noqa: SLF001


def _inside(facility: int | None) -> str:
    return "s.released_on IS NULL" + ("" if facility is None else f" AND s.facility_id = {facility:d}")


def stays(reader: Reader, where: str) -> str:
    return (
        f"SELECT s.id AS stay, {uuid('s.uid')} AS uid, CAST(s.known_lists AS TEXT) AS known_lists, "  # noqa: S608
        f"{reader.day('p.birth_date', UNKNOWN_BIRTH)} AS birth, {code('p.sex', codes.SEXES, -1)} AS sex, "
        f"{code('p.religion', codes.RELIGIONS, -1)} AS religion, p.nationality AS nationality "
        f"FROM {_table(Stay)} s JOIN {_table(Person)} p ON p.id = s.person_id WHERE {where} ORDER BY s.id"
    )


def _list(model: type[Model], **columns: str) -> Callable[[Reader, str], str]:
    """SQL for the items of a list. `day:COLUMN:EMPTY` is a date; anything else is SQL."""

    def sql(reader: Reader, where: str) -> str:
        asked = ", ".join(f"{_date(reader, said)} AS {_quoted(name)}" for name, said in columns.items())
        return (
            f"SELECT t.stay_id AS stay, {asked} FROM {_table(model)} t "  # noqa: S608 - names of the models
            f"JOIN {_table(Stay)} s ON s.id = t.stay_id WHERE {where} ORDER BY t.stay_id, t.id"
        )

    return sql


def _date(reader: Reader, said: str) -> str:
    if not said.startswith("day:"):
        return said
    _, column, empty = said.split(":")
    return reader.day(column, int(empty))


def _quoted(name: str) -> str:
    return f'"{name}"'  # "end" and "on" are words of SQL


SOURCES: Final[dict[str, Callable[[Reader, str], str]]] = {
    "detention": _list(
        Detention,
        start=f"day:t.start:{MISREAD}",
        end=f'day:t."end":{FAR}',
        place=code("t.place", codes.PLACES),
        authority=code("t.authority", codes.AUTHORITIES, -1),
    ),
    "absences": _list(
        Absence,
        start=f"day:t.from_day:{MISREAD}",
        until=f"day:t.until:{FAR}",
        reason=code("t.reason", codes.ABSENCE_REASONS),
    ),
    "remissions": _list(
        Remission,
        on=f"day:t.granted_on:{MISREAD}",
        kind=code("t.kind", codes.REMISSION_KINDS),
        days=f"{MONTH} * t.months + t.days",
        late_for=code("t.late_for", codes.LATE_FOR, -1),
    ),
    "conduct": _list(ConductReport, on=f"day:t.month:{MISREAD}", rating=code("t.rating", codes.RATINGS)),
    "discipline": _list(
        Discipline,
        on=f'day:t."on":{MISREAD}',
        level=code("t.level", codes.DISCIPLINE_LEVELS),
        until=f"day:t.rights_lost_until:{-FAR}",
    ),
    "risk": _list(RiskAssessment, on=f'day:t."on":{MISREAD}', level=code("t.level", codes.RISK_LEVELS)),
    "programme": _list(Programme, start=f"day:t.from_day:{MISREAD}", until=f"day:t.until:{FAR}"),
}


def verdicts(reader: Reader, where: str) -> str:
    money = ("fine_rp", "fine_paid_rp", "restitution_rp", "restitution_paid_rp")
    terms = [f"{name}{unit}" for name in ("", "substitute_", "restitution_") for unit in UNITS]
    columns = {
        "stay": "v.stay_id",
        "there": "CASE WHEN t.id IS NULL THEN 0 ELSE 1 END",
        "final_on": reader.day("v.final_on", -FAR),
        "is_final_known": truth("v.is_final_known"),
        "kind": code("t.kind", codes.SENTENCE_KINDS),
        "offence": code("v.offence", codes.OFFENCES, -1),
        "articles": "CAST(v.articles AS TEXT)",
        **{name: number(f"t.{name}", -1) for name in money},
        **{name: number(f"t.{name}") for name in terms},
        **{name: truth(f"t.{name}") for name in ("fine_known", "restitution_known")},
    }
    asked = ", ".join(f"{said} AS {_quoted(name)}" for name, said in columns.items())
    return (
        f"SELECT {asked} FROM {_table(Verdict)} v JOIN {_table(Stay)} s ON s.id = v.stay_id "  # noqa: S608
        f"LEFT JOIN {_table(Sentence)} t ON t.verdict_id = v.id WHERE {where} "
        'ORDER BY v.stay_id, t."order", v.verdict_date, v.id, t.id'
    )


def certificates(reader: Reader, where: str) -> str:
    asked = {
        "kind": code("t.kind", KINDS),
        "detail": code("t.detail", DETAILS),
        "day": reader.day('t."on"', MISREAD),
    }
    columns = ", ".join(f"{said} AS {_quoted(name)}" for name, said in asked.items())
    return (
        f"SELECT t.stay_id AS stay, {columns} FROM {_table(Certificate)} t "  # noqa: S608 - names of the models
        f'JOIN {_table(Stay)} s ON s.id = t.stay_id WHERE {where} ORDER BY t.stay_id, t."on", t.id'
    )

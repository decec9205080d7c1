"""What is asked of the register: the people inside and their rows, as numbers and texts, ordered by stay."""

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
from teladan.people.queries.register_reader import MISREAD, Question, code, day, truth, uuid, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model

UNITS: Final = ("years", "months", "days")
KINDS: Final = tuple(Certificate.Kind.values)  # illness, pledge, cooperation, merit
DETAILS: Final = (*codes.PLEDGE_KINDS, *codes.MERITS)
UNKNOWN_BIRTH: Final = -MISREAD
MONEY: Final = ("fine_rp", "fine_paid_rp", "restitution_rp", "restitution_paid_rp")


def keys(facility: int | None) -> Question:
    """The keys of the open stays."""
    return Question({"stay": "s.id"}, f"FROM {_table(Stay)} s WHERE {_inside(facility)} ORDER BY s.id")


def _inside(facility: int | None) -> str:
    return "s.released_on IS NULL" + ("" if facility is None else f" AND s.facility_id = {facility:d}")


def _table(model: type[Model]) -> str:
    return f'"{model._meta.db_table}"'  # noqa: SLF001


class Stretch:
    """The open stays with keys from `first` to `last`, of one facility or of all."""

    def __init__(self, first: int, last: int, facility: int | None) -> None:
        self._span = f"BETWEEN {first:d} AND {last:d}"
        self._where = f"s.id {self._span} AND {_inside(facility)}"

    def stays(self) -> Question:
        """Who they are."""
        columns = {
            "stay": "s.id",
            "uid": uuid("s.uid"),
            "known_lists": "CAST(s.known_lists AS TEXT)",
            "birth": day("p.birth_date", UNKNOWN_BIRTH),
            "sex": code("p.sex", codes.SEXES, -1),
            "religion": code("p.religion", codes.RELIGIONS, -1),
            "nationality": "p.nationality",
        }
        rest = f"FROM {_table(Stay)} s JOIN {_table(Person)} p ON p.id = s.person_id WHERE {self._where} ORDER BY s.id"
        return Question(columns, rest, ("uid", "known_lists", "nationality"))

    def items(self, name: str) -> Question:
        """The rows of a list, in the order in which they were entered."""
        model, columns = LISTS[name]
        return Question({"stay": "t.stay_id", **columns()}, self._of(model, "t.stay_id, t.id"))

    def certificates(self) -> Question:
        """Letters of every kind, by date."""
        columns = {"kind": code("t.kind", KINDS), "detail": code("t.detail", DETAILS), "day": day('t."on"', MISREAD)}
        return Question({"stay": "t.stay_id", **columns}, self._of(Certificate, 't.stay_id, t."on", t.id'))

    def _of(self, model: type[Model], order: str) -> str:
        # The span is said of both tables: else PostgreSQL reads an index from its beginning.
        return (
            f"FROM {_table(model)} t JOIN {_table(Stay)} s ON s.id = t.stay_id "
            f"WHERE t.stay_id {self._span} AND {self._where} ORDER BY {order}"
        )

    def verdicts(self) -> Question:
        """Sentences in the order of serving; a judgment whose punishment is not entered has none `there`."""
        terms = [f"{name}{unit}" for name in ("", "substitute_", "restitution_") for unit in UNITS]
        columns = {
            "stay": "v.stay_id",
            "there": "CASE WHEN t.id IS NULL THEN 0 ELSE 1 END",
            "final_on": day("v.final_on", -FAR),
            "is_final_known": truth("v.is_final_known"),
            "kind": code("t.kind", codes.SENTENCE_KINDS),
            "offence": code("v.offence", codes.OFFENCES, -1),
            "articles": "CAST(v.articles AS TEXT)",
            **{name: whole(f"t.{name}", -1) for name in MONEY},
            **{name: whole(f"t.{name}") for name in terms},
            **{name: truth(f"t.{name}") for name in ("fine_known", "restitution_known")},
        }
        rest = (
            f"FROM {_table(Verdict)} v JOIN {_table(Stay)} s ON s.id = v.stay_id "
            f"LEFT JOIN {_table(Sentence)} t ON t.verdict_id = v.id WHERE v.stay_id {self._span} AND {self._where} "
            'ORDER BY v.stay_id, t."order", v.verdict_date, v.id, t.id'
        )
        return Question(columns, rest, ("articles",))


# The tables of the lists, and their columns as the law's.
LISTS: Final[dict[str, tuple[type[Model], Callable[[], dict[str, str]]]]] = {
    "detention": (
        Detention,
        lambda: {
            "start": day("t.start", MISREAD),
            "end": day('t."end"', FAR),
            "place": code("t.place", codes.PLACES),
            "authority": code("t.authority", codes.AUTHORITIES, -1),
        },
    ),
    "absences": (
        Absence,
        lambda: {
            "start": day("t.from_day", MISREAD),
            "until": day("t.until", FAR),
            "reason": code("t.reason", codes.ABSENCE_REASONS),
        },
    ),
    "remissions": (
        Remission,
        lambda: {
            "on": day("t.granted_on", MISREAD),
            "kind": code("t.kind", codes.REMISSION_KINDS),
            "days": f"{MONTH} * t.months + t.days",
            "late_for": code("t.late_for", codes.LATE_FOR, -1),
        },
    ),
    "conduct": (
        ConductReport,
        lambda: {"on": day("t.month", MISREAD), "rating": code("t.rating", codes.RATINGS)},
    ),
    "discipline": (
        Discipline,
        lambda: {
            "on": day('t."on"', MISREAD),
            "level": code("t.level", codes.DISCIPLINE_LEVELS),
            "until": day("t.rights_lost_until", -FAR),
        },
    ),
    "risk": (RiskAssessment, lambda: {"on": day('t."on"', MISREAD), "level": code("t.level", codes.RISK_LEVELS)}),
    "programme": (Programme, lambda: {"start": day("t.from_day", MISREAD), "until": day("t.until", FAR)}),
}

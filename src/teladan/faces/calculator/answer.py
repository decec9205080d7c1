"""What the law answers to the calculator, arranged like a person's page."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from teladan.faces import findings, sums, words
from teladan.faces.calculator.facts import of_sheet
from teladan.faces.calculator.places import place
from teladan.faces.calculator.sheet import Sheet
from teladan.faces.picture import draw, marks
from teladan.law.assess import assess
from teladan.law.facts import FactsError
from teladan.law.rule_ids import Confirmed
from teladan.people.models.grants import Remission
from teladan.rights.confirmations import conditions, confirmed
from teladan.rights.feasts import effective


@dataclass
class Timeline:
    """The dates of the answer."""

    start: dt.date | None
    one_third: dt.date | None
    half: dt.date | None
    two_thirds: dt.date | None
    expiry_initial: dt.date | None
    expiry: dt.date | None
    release: dt.date | None


@dataclass
class Right:
    """One right of the answer with its findings by answer."""

    right: str
    status: str
    date: dt.date | None
    ends: dt.date | None
    length_days: int | None
    law: list[dict[str, str]]
    groups: list[findings.Group]

    @property
    def quiet(self) -> bool:
        return self.status in ("excluded", "closed")


@dataclass(frozen=True)
class Answer:
    """Everything the page shows and the assessment behind it, or the problem: id of a field, its label, what to do."""

    problem: tuple[str, str, str] | None = None
    context: dict[str, Any] | None = None
    found: dict[str, Any] | None = None


def answer(sheet: Sheet) -> Answer:
    """Assess what is typed on a valid sheet; nothing is stored."""
    facts = of_sheet(sheet)
    sure = confirmed()
    try:
        found = assess(facts, feasts=effective(), confirmed=sure)
    except FactsError as wrong:
        return Answer(problem=(*place(sheet, wrong.field), words.said(wrong.text)))
    return Answer(context=_context(facts, found, sure), found=found)


def _context(facts: dict[str, Any], found: dict[str, Any], sure: Confirmed) -> dict[str, Any]:
    day = dt.date.fromisoformat(found["as_of"])
    timeline = Timeline(**{name: _day(found["timeline"][name]) for name in Timeline.__annotations__})
    rights = [_right(each, conditions(each["right"], day, sure)) for each in found["rights"]]
    placed = marks.collect(timeline, rights, _grants(facts, day), lambda kind, code: f"#{kind}-{code}")
    return {
        "day": day,
        "standing": timeline,
        "register": found["timeline"]["register"],
        "marks": placed,
        "wide": draw.wide(timeline, placed, day),
        "tall": draw.tall(timeline, placed, day),
        "rights": sorted(rights, key=lambda right: right.quiet),
        "sums": sums.all_lines(found),
        "notes": found["notes"],
    }


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _right(each: dict[str, Any], sure: frozenset[str]) -> Right:
    return Right(
        right=each["right"],
        status=each["status"],
        date=_day(each["date"]),
        ends=_day(each["ends"]),
        length_days=each["length_days"],
        law=each["law"],
        groups=findings.groups(each["findings"], sure),
    )


def _grants(facts: dict[str, Any], day: dt.date) -> list[Remission]:
    """Return the granted remissions that count on the day, as rows that are never saved."""
    rows = [
        Remission(
            kind=each["kind"],
            granted_on=dt.date.fromisoformat(each["granted_on"]),
            months=each["term"]["months"],
            days=each["term"]["days"],
        )
        for each in facts.get("remissions", ())
    ]
    return [row for row in rows if row.granted_on <= day]

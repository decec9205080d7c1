"""The rows of the real verdicts table as the register and the law take them. Nothing of a row leaves this program."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from teladan.exemplar.demo import offences

AUTHORITIES = {
    "penyidik": "investigator",
    "jpu": "prosecutor",
    "jpu_ext": "prosecutor_extension",
    "hakim": "court",
    "pn_ext": "court_extension",
    "pt": "high_court",
}
PLACES = {"rutan": "prison", "rumah": "house", "kota": "city", "": "prison"}  # not stated: a remand centre, as most are
KINDS = {"penjara": "prison", "kurungan": "confinement", "seumur_hidup": "life"}
NARCOTICS = ("UU 35/2009", "UU 22/1997", "UU 5/1997")


@dataclass(frozen=True)
class Period:
    """One detention order of a row; only the last may have no end: held on at the verdict."""

    authority: str
    start: date
    end: date | None


@dataclass(frozen=True)
class Row:
    """One verdict: what the table says, typed. Lengths are (years, months, days); money is rupiah."""

    outcome: str
    kind: str
    probation: bool
    consistent: bool
    conflict: bool
    term: tuple[int, int, int] | None
    offence: str | None
    articles: list[str]
    fine_rp: int | None
    substitute: tuple[int, int, int]
    restitution_rp: int | None
    place: str
    periods: list[Period]
    verdict_date: date | None

    def facts(self, final_on: date | None = None) -> dict[str, Any]:
        """Return the facts of the law; what the table does not say is left out, not guessed."""
        told: dict[str, Any] = {"sentences": [self._sentence(final_on)]}
        if self.periods:
            told["detention"] = [
                {"start": order.start.isoformat(), "end": order.end and order.end.isoformat(), "place": self.place}
                for order in self.periods
            ]
        return told

    def _sentence(self, final_on: date | None) -> dict[str, Any]:
        told: dict[str, Any] = {"kind": self.kind, "fine": self._fine(), "restitution": self._restitution()}
        if self.kind != "life" and self.term:
            told["term"] = length(self.term)
        if self.offence:
            told["offence"] = self.offence
        if self.articles:
            told["articles"] = self.articles
        if final_on:
            told["final_on"] = final_on.isoformat()
        return told

    def _fine(self) -> dict[str, Any] | None:
        if not self.fine_rp:
            return None
        return {"amount_rp": self.fine_rp} | ({"substitute": length(self.substitute)} if any(self.substitute) else {})

    def _restitution(self) -> dict[str, Any] | None:
        return {"amount_rp": self.restitution_rp} if self.restitution_rp else None


def length(term: tuple[int, int, int]) -> dict[str, int]:
    """Return a length as the facts write it."""
    return {"years": term[0], "months": term[1], "days": term[2]}


def rows(path: Path) -> Iterator[Row]:
    """Read the table."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            yield _row(line)


def _row(line: dict[str, str]) -> Row:
    articles = [article for article in line["articles"].split("|") if article and not article.startswith("?")]
    return Row(
        outcome=line["outcome"],
        kind=KINDS.get(line["sentence_kind"], line["sentence_kind"]),
        probation=line["probation"] == "1",
        consistent=line["dates_consistent"] == "1",
        conflict=line["figure_word_conflict"] == "1",
        term=_term(line, "sentence_years", "sentence_months", "sentence_days"),
        offence=_offence(line["category"], articles),
        articles=articles,
        fine_rp=_whole(line["fine_rp"]),
        substitute=(0, _whole(line["fine_sub_months"]) or 0, _whole(line["fine_sub_days"]) or 0),
        restitution_rp=_whole(line["restitution_rp"]),
        place=PLACES[line["detention_place"]],
        periods=_periods(line["detention_periods"]),
        verdict_date=_day(line["verdict_date"]),
    )


def _term(line: dict[str, str], *names: str) -> tuple[int, int, int] | None:
    years, months, days = (_whole(line[name]) for name in names)
    return None if years is None else (years, months or 0, days or 0)


def _whole(text: str) -> int | None:
    return int(float(text)) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _offence(category: str, articles: list[str]) -> str | None:
    if any(article.startswith(NARCOTICS) for article in articles):
        return "narcotics"
    # The table's "state security" is mostly the narcotics law with its name lost: a question, not an answer.
    return None if category in offences.LEFT_OUT else offences.code(category, articles)


def _periods(text: str) -> list[Period]:
    found = {}
    for part in filter(None, text.split("|")):
        stage, days = part.split(":", 1)
        start, end = days.split("/")
        found[part] = Period(AUTHORITIES.get(stage, ""), date.fromisoformat(start), _day(end))
    return list(found.values())  # an order written twice in a verdict is one order

"""Sentences as the contract writes them, in the order they are served."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F

from teladan.people.models import Sentence, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from teladan.people.queries.tables import Tables

Row = dict[str, Any]

OWN = (
    "kind",
    "years",
    "months",
    "days",
    "fine_known",
    "fine_rp",
    "fine_paid_rp",
    "substitute_years",
    "substitute_months",
    "substitute_days",
    "restitution_known",
    "restitution_rp",
    "restitution_paid_rp",
    "restitution_years",
    "restitution_months",
    "restitution_days",
)
OF_VERDICT = ("case_number", "final_on", "is_final_known", "offence", "articles")
COLUMNS = {
    "stay": "stay_id",
    "sentence": "sentences__pk",
    **{name: name for name in OF_VERDICT},
    **{name: f"sentences__{name}" for name in OWN},
}
# In which order sentences are served; a judgment without a date comes first on every database.
ORDER = ("sentences__order", F("verdict_date").asc(nulls_first=True), "pk", "sentences__pk")
Sentences = tuple[dict[int, list[Row]], set[int]]


def sentences(stays: list[int]) -> Sentences:
    """Return the sentences of each stay, and the stays with a judgment whose punishment is not entered: one query."""
    ordered = Verdict.objects.filter(stay_id__in=stays).order_by(*ORDER)
    return _told(dict(zip(COLUMNS, values, strict=True)) for values in ordered.values_list(*COLUMNS.values()))


def sentences_from(stays: list[int], tables: Tables) -> Sentences:
    """Return the same from other tables, which do not know how to join: two queries."""
    return _told(sorted(_joined(stays, tables), key=_served))


def _joined(stays: list[int], tables: Tables) -> Iterator[Row]:
    verdicts = {row["id"]: row for row in tables(Verdict).filter(stay_id__in=stays).values()}
    by_verdict: dict[int, list[Row]] = {key: [] for key in verdicts}
    for row in tables(Sentence).filter(verdict_id__in=list(verdicts)).values():
        by_verdict[row["verdict_id"]].append(row)
    for key, verdict in verdicts.items():
        for row in by_verdict[key] or [dict.fromkeys((*OWN, "id", "order"))]:
            own = {name: row[name] for name in OWN} | {"sentence": row["id"], "order": row["order"] or 0}
            yield (
                own
                | {name: verdict[name] for name in ("verdict_date", *OF_VERDICT)}
                | {
                    "stay": verdict["stay_id"],
                    "verdict": key,
                }
            )


def _served(row: Row) -> tuple[int, bool, date, int, int]:
    """Give the place of a row: as ORDER does."""
    day = row["verdict_date"]
    return row["order"], day is not None, day or date.min, row["verdict"], row["sentence"] or 0


def _told(rows: Iterable[Row]) -> Sentences:
    told: dict[int, list[Row]] = defaultdict(list)
    incomplete: set[int] = set()
    for row in rows:
        if row["sentence"] is None:
            incomplete.add(row["stay"])
        else:
            told[row["stay"]].append(_fact(row))
    return told, incomplete


def _fact(row: Row) -> Row:
    fact: Row = {"case_number": row["case_number"], "kind": row["kind"]}
    if row["final_on"] or row["is_final_known"]:
        fact["final_on"] = row["final_on"].isoformat() if row["final_on"] else None
    if row["kind"] in {"prison", "confinement"}:
        fact["term"] = _term(row, "")
    fact |= {name: row[name] for name in ("offence", "articles") if row[name]}
    fact |= {name: _money(row, name, part) for name, part in MONEY if row[f"{name}_known"]}
    return fact


MONEY = (("fine", "substitute"), ("restitution", "restitution"))


def _money(row: Row, name: str, substitute: str) -> Row | None:
    if row[f"{name}_rp"] is None:
        return None
    money: Row = {"amount_rp": row[f"{name}_rp"]}
    term = _term(row, f"{substitute}_")
    if any(term.values()):
        money["substitute"] = term
    if row[f"{name}_paid_rp"] is not None:
        money["paid_rp"] = row[f"{name}_paid_rp"]
    return money


def _term(row: Row, prefix: str) -> dict[str, int]:
    return {unit: row[f"{prefix}{unit}"] for unit in ("years", "months", "days")}

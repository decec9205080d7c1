"""Sentences as the contract writes them, in the order they are served."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from teladan.people.models import Verdict

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
COLUMNS = {
    "stay": "stay_id",
    "sentence": "sentences__pk",
    "case_number": "case_number",
    "final_on": "final_on",
    "is_final_known": "is_final_known",
    "offence": "offence",
    "articles": "articles",
    **{name: f"sentences__{name}" for name in OWN},
}


def sentences(stays: list[int]) -> tuple[dict[int, list[dict[str, Any]]], set[int]]:
    """Return the sentences of each stay, and the stays with a judgment whose punishment is not entered: one query."""
    ordered = Verdict.objects.filter(stay_id__in=stays).order_by(
        "sentences__order", "verdict_date", "pk", "sentences__pk"
    )
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    incomplete: set[int] = set()
    for values in ordered.values_list(*COLUMNS.values()):
        row = dict(zip(COLUMNS, values, strict=True))
        if row["sentence"] is None:
            incomplete.add(row["stay"])
        else:
            rows[row["stay"]].append(_fact(row))
    return rows, incomplete


def _fact(row: dict[str, Any]) -> dict[str, Any]:
    fact: dict[str, Any] = {"case_number": row["case_number"], "kind": row["kind"]}
    if row["final_on"] or row["is_final_known"]:
        fact["final_on"] = row["final_on"].isoformat() if row["final_on"] else None
    if row["kind"] in {"prison", "confinement"}:
        fact["term"] = _term(row, "")
    fact |= {name: row[name] for name in ("offence", "articles") if row[name]}
    fact |= {name: _money(row, name, part) for name, part in MONEY if row[f"{name}_known"]}
    return fact


MONEY = (("fine", "substitute"), ("restitution", "restitution"))


def _money(row: dict[str, Any], name: str, substitute: str) -> dict[str, Any] | None:
    if row[f"{name}_rp"] is None:
        return None
    money: dict[str, Any] = {"amount_rp": row[f"{name}_rp"]}
    term = _term(row, f"{substitute}_")
    if any(term.values()):
        money["substitute"] = term
    if row[f"{name}_paid_rp"] is not None:
        money["paid_rp"] = row[f"{name}_paid_rp"]
    return money


def _term(row: dict[str, Any], prefix: str) -> dict[str, int]:
    return {unit: row[f"{prefix}{unit}"] for unit in ("years", "months", "days")}

"""A record as the law reads it: the facts of `teladan assess`."""

from datetime import date
from typing import Any

from teladan.exemplar.demo.record import Debt, Grant, Judgment, Length, Order, Record
from teladan.law.terms import months_and_days


def facts(record: Record) -> dict[str, Any]:
    """Return everything the register would know of a record; what is in `unknown` is left out, never guessed."""
    told = {
        "person": _person(record),
        "detention": [_order(order) for order in record.detention],
        "sentences": [_sentence(judgment, record.unknown) for judgment in record.judgments],
        "absences": [{"from": start, "until": end, "reason": reason} for start, end, reason in record.absences],
        "remissions": [_grant(grant) for grant in record.grants],
        "conduct": [{"month": f"{month:%Y-%m}", "rating": rating} for month, rating in record.conduct],
        "discipline": [{"on": day, "level": level} for day, level in record.discipline],
        "risk": [{"on": day, "level": level} for day, level in record.risk],
        "programme": [{"from": start, "until": until} for start, until in record.programme],
        "merits": [{"on": day, "kind": kind} for day, kind in record.merits],
        "illness": record.illness and {"certified_on": record.illness},
        "pledge": None,
        "cooperation": record.cooperation and {"on": record.cooperation},
    }
    known: dict[str, Any] = _as_text({name: value for name, value in told.items() if name not in record.unknown})
    return known


def length(term: Length) -> dict[str, int]:
    """Return a length of time as the contract writes it."""
    return {"years": term[0], "months": term[1], "days": term[2]}


def _person(record: Record) -> dict[str, Any]:
    told = {
        "birth_date": None if "birth_date" in record.unknown else record.birth_date,
        "sex": "male",
        "religion": record.religion or None,
        "nationality": record.nationality,
    }
    return {name: value for name, value in told.items() if value is not None}


def _sentence(judgment: Judgment, unknown: set[str]) -> dict[str, Any]:
    told = {
        "case_number": judgment.case_number,
        "final_on": judgment.final_on,
        "kind": judgment.kind,
        "term": None if judgment.kind == "life" else length(judgment.term),
        "offence": judgment.offence,
        "articles": judgment.articles,
        "fine": _debt(judgment.fine),
        "restitution": _debt(judgment.restitution),
    }
    left_out = {"final": "final_on", "restitution": "restitution"}
    absent = {left_out[name] for name in unknown & set(left_out)} | (set() if judgment.articles else {"articles"})
    return {name: value for name, value in told.items() if name not in absent}


def _debt(debt: Debt | None) -> dict[str, Any] | None:
    if debt is None:
        return None
    return {"amount_rp": debt.amount_rp, "substitute": length(debt.substitute), "paid_rp": debt.paid_rp}


def _grant(grant: Grant) -> dict[str, Any]:
    months, days = months_and_days(grant.days)
    term = {"months": months, "days": days}
    told: dict[str, Any] = {"kind": grant.kind, "granted_on": grant.on, "term": term}
    return told | ({"late_for": grant.late_for} if grant.late_for else {})


def _order(order: Order) -> dict[str, Any]:
    told = {"start": order.start, "end": order.end, "place": order.place}
    return told | ({"authority": order.authority} if order.authority else {})


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _as_text(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value

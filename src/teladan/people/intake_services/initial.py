"""A proposal as the values of the form that an officer checks. What the reader is unsure of is left out."""

from __future__ import annotations

from typing import Any

IMPRISONING = {"prison", "confinement", "life", "death"}


def initial_values(proposal: dict[str, Any]) -> dict[str, Any]:
    """Return `verdict`, `sentence` (None: no custody imposed), `detention`, `person`, `stay` as for `confirm`."""
    unsure = set(proposal.get("unsure", ()))
    return {
        "person": _given(proposal, {"person": "name"}),
        "stay": _given(proposal, {"register_number": "register_number"}),
        "verdict": _verdict(proposal, unsure),
        "sentence": _sentence(proposal, unsure),
        "detention": [_order(order, proposal, unsure) for order in proposal.get("detention", ())],
    }


def _given(proposal: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {field: proposal[name]["value"] for name, field in names.items() if proposal.get(name)}


def _verdict(proposal: dict[str, Any], unsure: set[str]) -> dict[str, Any]:
    sure = [name for name in ("case_number", "court", "verdict_date", "offence") if name not in unsure]
    values = {name: proposal[name]["value"] for name in sure}
    if "articles" not in unsure:
        values["articles"] = [article["value"] for article in proposal["articles"]]
    return values


def _sentence(proposal: dict[str, Any], unsure: set[str]) -> dict[str, Any] | None:
    outcome = proposal["outcome"]["value"]
    if outcome is not None and outcome not in IMPRISONING and "outcome" not in unsure:
        return None
    values: dict[str, Any] = {"kind": outcome} if outcome and "outcome" not in unsure else {}
    if "term" not in unsure and proposal["term"]["value"]:
        values |= proposal["term"]["value"]
    values |= {name: proposal[name]["value"] for name in ("fine_rp", "restitution_rp") if name not in unsure}
    if "substitute" not in unsure:
        values |= _substitute(proposal["substitute"]["value"])
    return values


def _substitute(value: dict[str, Any] | None) -> dict[str, Any]:
    if value is None:
        return {"substitute_kind": ""}
    return {f"substitute_{name}": part for name, part in value.items()}


def _order(order: dict[str, Any], proposal: dict[str, Any], unsure: set[str]) -> dict[str, Any]:
    values = {"authority": order["authority"] or "", "start": order["start"], "end": order["end"]}
    place = proposal.get("place", {}).get("value")
    return values | ({"place": place} if place and "place" not in unsure else {})

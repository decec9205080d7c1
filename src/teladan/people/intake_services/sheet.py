"""A row of a sheet in the shape of a verdict's proposal, so that one page checks both."""

from typing import Any

SINGLE = ("court", "verdict_date", "offence", "outcome", "term", "fine_rp", "substitute", "restitution_rp", "place")
# What a verdict always has: empty in the sheet means that the officer must look.
ALWAYS = ("case_number", "court", "verdict_date", "articles", "offence", "outcome", "place", "detention")


def proposal_of_row(values: dict[str, Any]) -> dict[str, Any]:
    """Return the contract's proposal, without passages, plus `person` and `register_number` when the sheet has them."""
    given = dict(values)
    if given.get("term") and not given.get("outcome"):
        given["outcome"] = None  # a length alone does not say whether it is prison or kurungan
    proposal: dict[str, Any] = {name: {"value": given.get(name)} for name in SINGLE}
    proposal["case_number"] = given.get("case_number") or {"value": None, "number": None, "year": None}
    proposal["articles"] = [{"value": article} for article in given.get("articles") or ()]
    proposal["detention"] = _detention(given)
    proposal |= {name: {"value": given[name]} for name in ("person", "register_number") if given.get(name)}
    return proposal | {"detention_unsure": [], "notes": [], "unsure": _unsure(proposal, given)}


def _detention(given: dict[str, Any]) -> list[dict[str, Any]]:
    if not given.get("detention_start"):
        return []
    return [{"authority": None, "start": given["detention_start"], "end": given.get("detention_end")}]


def _unsure(proposal: dict[str, Any], given: dict[str, Any]) -> list[str]:
    # An empty cell may mean "none" or "not looked up": the officer says which.
    money = [name for name in ("fine_rp", "substitute", "restitution_rp") if name not in given]
    return [name for name in ALWAYS if _is_empty(proposal[name])] + money


def _is_empty(value: Any) -> bool:
    return not value or (isinstance(value, dict) and value["value"] is None)

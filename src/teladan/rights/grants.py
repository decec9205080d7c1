"""What a granted remission writes into the register."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from teladan.law.terms import MONTH, Term
from teladan.people.queries import facts_of
from teladan.rights import findings
from teladan.rights.findings import Found
from teladan.rights.models import Case

KIND_OF_RIGHT = {
    "general_remission": "general",
    "religious_remission": "religious",
    "decade_remission": "decade",
    "humanitarian_remission": "humanitarian",
    "child_reduction": "child",
}


def remission_rows(case: Case, number: str, as_of: dt.date) -> Iterator[dict[str, Any]]:
    """Yield the values of each `people.Remission` this case grants: one, or one a part for additional and late.

    `as_of` is the day of the decision: the days missed of a late remission are read from the law on that day.
    """
    for grant in case.detail.get("grants") or _parts_now(case, as_of):
        months, days = divmod(grant["days"], MONTH)
        yield {
            "kind": grant["kind"],
            "granted_on": dt.date.fromisoformat(grant["on"]) if "on" in grant else case.date,
            "months": months,
            "days": days,
            "late_for": grant.get("late_for", ""),
            "decree_number": number.strip(),
        }


def _parts_now(case: Case, as_of: dt.date) -> list[dict[str, Any]]:
    if case.right in KIND_OF_RIGHT:
        return [{"kind": KIND_OF_RIGHT[case.right], "days": case.length_days}]
    found = findings.find(facts_of([case.stay], as_of), as_of)[0]
    return parts_of(found, case.right, found.rights[case.right].length_days or 0)


def parts_of(found: Found, right: str, days: int) -> list[dict[str, Any]]:
    """Return a remission of so many days as the register keeps it: one kind, or its parts.

    An additional one may be of two kinds, a half and a third; a late one is made up for each day missed.
    """
    if right in KIND_OF_RIGHT:
        return [{"kind": KIND_OF_RIGHT[right], "days": days}]
    detail = found.detail(right)
    if right == "late_remission":
        return [_late(item) for item in detail["items"]]
    named = {"additional_half": _days(detail["half"]), "additional_third": _days(detail["third"])}
    both = sum(named.values()) == days
    return [{"kind": kind, "days": part} for kind, part in named.items() if part and (both or part == days)]


def _late(item: Mapping[str, Any]) -> dict[str, Any]:
    return {"kind": "late", "late_for": item["kind"], "on": item["day"], "days": _days(item["length"])}


def _days(length: Mapping[str, int]) -> int:
    return Term(**length).total

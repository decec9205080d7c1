"""What moved: a person's dates by a decision or a revocation, the case's own day since it was opened."""

from datetime import date
from typing import Any

from teladan.rights.models import Case, Decision, Revocation

DATES = ("one_third", "half", "two_thirds", "expiry", "release")


def dates_moved(act: Decision | Revocation | None) -> list[dict[str, Any]]:
    """Return each date before and after the act, for those that there are."""
    if act is None:
        return []
    before, after = act.dates_before, act.dates_after
    rows = [{"code": code, "before": before.get(code), "after": after.get(code)} for code in DATES]
    return [row for row in rows if row["before"] or row["after"]]


def day_before(case: Case) -> date | None:
    """Return the day the case was opened for, when its day is another one now."""
    opened: date | None = case.opened_for  # type: ignore[attr-defined]  # asked with the case
    return opened if opened != case.date else None

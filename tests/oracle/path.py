"""The expected path of one person, by hand: look at each day on which something can be given, take the first way out.

A scalar reading of the same question as `teladan.law.forecast`, with the oracle's own law and calendar.
"""

from datetime import date

from tests.oracle import assess
from tests.oracle.feasts import FEASTS
from tests.oracle.invented import LAW_CHANGES

GIVEN = {
    "general_remission": "general",
    "religious_remission": "religious",
    "decade_remission": "decade",
    "child_reduction": "child",
}
LEAVING = ("parole", "pre_release_leave", "conditional_leave", "home_assimilation")


def path(facts: dict, as_of: date) -> dict:
    """The day and the way of leaving, and every remission until then: (day, kind, days)."""
    facts = {**facts, "conduct": [{"month": as_of.isoformat()[:7], "rating": "good"}]}
    granted: list[tuple[str, str, int]] = []
    day = as_of
    while True:
        facts, told = _given(facts, day, granted)
        leaves, way = _first_way_out(told, day)
        following = _following(facts, told, day)
        if leaves is None or leaves < following:
            return {"leaves": leaves, "way": way, "granted": granted}
        day = following


def _given(facts: dict, day: date, granted: list) -> tuple[dict, dict]:
    told = assess({**facts, "as_of": day.isoformat()})
    new = [
        (kind, told["rights"][right]["length"])
        for right, kind in GIVEN.items()
        if told["rights"][right]["status"] == "eligible" and told["rights"][right]["length"]
    ]
    if not new:
        return facts, told
    granted += [(day.isoformat(), kind, days) for kind, days in new]
    more = [{"kind": kind, "granted_on": day.isoformat(), "term": {"days": days}} for kind, days in new]
    facts = {**facts, "remissions": [*facts["remissions"], *more]}
    return facts, assess({**facts, "as_of": day.isoformat()})


def _first_way_out(told: dict, day: date) -> tuple[date | None, str]:
    release = told["timeline"]["release"]
    leaves, way = (max(release, day), "release") if release else (None, "")
    for right in LEAVING:
        found = told["rights"][right]
        if found["status"] in ("eligible", "upcoming") and found["date"]:
            when = max(found["date"], day)
            if leaves is None or when < leaves:
                leaves, way = when, right
    return leaves, way


def _following(facts: dict, told: dict, day: date) -> date:
    """The next day on which this person may be given something, what blocks a leave has passed, or the law changes."""
    religion = facts.get("person", {}).get("religion")
    common = [(8, 17)] if told["rights"]["child_reduction"]["status"] == "excluded" else [(8, 17), (7, 23)]
    days = [date(year, *when) for year in (day.year, day.year + 1) for when in common]
    blocked = [told["rights"][right]["date"] for right in LEAVING if told["rights"][right]["status"] == "blocked"]
    passed = [when for when in blocked if when]
    return min(each for each in [*days, *FEASTS.get(religion, []), *LAW_CHANGES, *passed] if each > day)

"""Remisi umum: on 17 August. Keppres 174/1999 art 2, 4."""

from teladan.law.criterion import Plan
from teladan.law.feasts import next_on, yearly
from teladan.law.regulations import Version
from teladan.law.rights._grant import standard
from teladan.law.situation import Situation

SCOPE = "remission"
CRITERIA = (
    "fixed_term",
    "sentence_at_least_six_months",
    "judgment_final",
    "served_six_months",
    "one_third_served",
    "serving_principal_term",
    "no_violation_within_6_months",
    "good_conduct_report",
    "active_in_programme",
    "risk_has_fallen",
    "no_escape",
    "one_year_since_revocation",
    "not_on_leave",
    "cooperated_with_law_enforcement",
    "fine_and_restitution_paid",
    "pledge_made",
)


def plan(s: Situation, rule: Version) -> Plan:
    """The next 17 August and the amount of the rung."""
    planned = s.plans.get("general_remission")
    if not isinstance(planned, Plan):
        days = yearly(rule["month"], rule["day"])
        planned = standard(s, rule, "general", lambda lower: next_on(days, lower))
        s.plans["general_remission"] = planned
    return planned

"""Pengurangan masa pidana for children, on National Children's Day, 23 July. Permenkumham 3/2018; UU 22/2022."""

import numpy as np

from teladan.law.criterion import Plan, Value
from teladan.law.feasts import next_on, yearly
from teladan.law.regulations import Version
from teladan.law.rights import _grant, general_remission
from teladan.law.situation import Situation
from teladan.law.terms import NONE, Days

SCOPE = "remission"
REPLACED = {
    "served_six_months": "served_three_months",
    "no_violation_within_6_months": "no_violation_within_3_months",
}
CRITERIA = ("under_eighteen", *(REPLACED.get(name, name) for name in general_remission.CRITERIA))


def plan(s: Situation, rule: Version) -> Plan:
    """The next 23 July after more than 90 days; the table of general remission with its own rungs (U7)."""
    days = yearly(rule["month"], rule["day"])

    def next_day(lower: Days) -> Days:
        return next_on(days, lower)

    served = s.custody.start + s.custody.absent + rule["served_more_than_days"] + 1
    lower = _grant.gated(s, np.maximum(served, _grant.one_third(s)), s.grants.done_this_year("child"))
    day = next_day(lower)
    window = s.constant(rule["window_days"])
    shifted = _grant.later_day(s, next_day, lower, day, window)
    date = _grant.within_term(s, shifted)
    # Without a grant day before the expiry the age is asked on the next 23 July.
    found = (day != NONE) & (day < s.time.expiry) & s.time.dated
    age_on = np.where(found, day, next_on(days, s.constant(s.as_of)))
    step, length = _grant.ladder(s, "child", rule, date)
    says = {"rung": Value("number", np.where(length >= 0, step, -1))}
    needs = {"served": served, "age_on": age_on}
    return _grant.plan(s, day=day, shifted=shifted, date=date, length=length, window=window, needs=needs, says=says)

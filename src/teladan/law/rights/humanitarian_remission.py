"""Remisi kemanusiaan: a year or less, over seventy, or ill for long. Permenkumham 21/2013, 16/2023."""

import numpy as np

from teladan.law.criterion import Plan, Value
from teladan.law.feasts import next_on, yearly
from teladan.law.regulations import Version
from teladan.law.rights import _grant, general_remission
from teladan.law.situation import Situation
from teladan.law.terms import FAR, NONE, Days

SCOPE = "remission"
CRITERIA = ("in_a_humanitarian_group", "humanitarian_day_known", "not_special_offence", *general_remission.CRITERIA)


def plan(s: Situation, rule: Version) -> Plan:
    """The first day that a group of the person has: 29 May for age, 7 April (C) for illness."""
    ill = (s.single("illness_state") == 1) & (s.single("illness_on") <= s.as_of)
    # "Over seventy": from the day after the birthday. A birth date not known gives a day that never comes.
    old_from = np.where(s.birth_known, s.birthday(rule["older_than_years"]) + 1, FAR)

    short = s.merged.has_term & (s.merged.total <= rule["short_term_days"])

    def next_day(lower: Days) -> Days:
        by_age = next_on(_day(rule, "age"), np.maximum(lower, old_from))
        # Somebody who turns seventy only after the term is in no group; a day after the term is no day to be served.
        by_age = np.where((by_age != NONE) & (old_from - 1 < s.time.expiry), by_age, FAR)
        by_age = np.where(short & (by_age >= s.time.expiry), FAR, by_age)
        by_illness = np.where(ill, next_on(_day(rule, "illness"), lower), FAR)
        # For a short sentence another day, which nobody knows, may come before one after the expiry.
        by_illness = np.where(short & (by_illness >= s.time.expiry), FAR, by_illness)
        found = np.minimum(by_age, by_illness)
        return np.where((found < FAR) & (found != NONE), found, NONE)

    served, lower, day = _grant.served_gate(s, next_day, _grant.one_third(s), s.grants.done_this_year("humanitarian"))
    window = s.constant(rule["window_days"])
    shifted = _grant.later_day(s, next_day, lower, day, window)
    date = _grant.within_term(s, shifted)
    step, length = _grant.ladder(s, "general", rule, date)
    if s.conventions["humanitarian_amount"] == "last_received":
        on, last = s.grants.last_of("general")
        length = np.where((length >= 0) & (on > -FAR), last, length)
    return _grant.plan(
        s,
        day=day,
        shifted=shifted,
        date=date,
        length=length,
        window=window,
        needs={"served": served, "old_from": old_from, "ill": ill.astype(np.int64)},
        says={"rung": Value("number", np.where(length >= 0, step, -1))},
    )


def _day(rule: Version, group: str) -> Days:
    return yearly(rule[f"{group}_month"], rule[f"{group}_day"])

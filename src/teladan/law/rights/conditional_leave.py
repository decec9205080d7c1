"""Cuti bersyarat: short sentences. Permenkumham 21/2013; Permenkumham 3/2018 art 114."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, clear_day, leave_plan, until_expiry
from teladan.law.situation import Situation

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "not_revoked_twice",
    "sentence_within_limit",
    "two_thirds_served",
    "within_last_part_of_term",
    "no_violation_within_6_months",
    "no_violation_within_9_months",
    "fine_and_restitution_paid",
    "pledge_made",
)


def plan(s: Situation, rule: Version) -> Plan:
    """From two thirds, but not longer than the cap before the expiry."""
    longest = np.where(s.special > 0, rule["longest_special_days"], rule["longest_days"])
    last_part = s.time.expiry - longest
    special = np.where(s.special > 0, rule["window_special_days"], rule["window_days"])
    needs = {"two_thirds": s.constant(1), "last_part": last_part, "longest": longest}
    gates = [s.time.fraction_on["two_thirds"], last_part]
    made = leave_plan(s, gates, window=special, clear=clear_day(s, special), needs=needs)
    return until_expiry(s, made)

"""Cuti menjelang bebas: as long as the last remission. Permenkumham 3/2018 art 102-113."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, clear_day, leave_plan, until_expiry, window
from teladan.law.situation import Situation

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "remission_received",
    "two_thirds_served",
    "half_served",
    "within_last_part_of_term",
    "two_thirds_at_least_nine_months",
    "no_violation_within_3_months",
    "no_violation_within_9_months",
    "fine_and_restitution_paid",
    "pledge_made",
)


def plan(s: Situation, rule: Version) -> Plan:
    """Starts so long before the expiry as the last remission was, not before two thirds (a child: half)."""
    most = np.where((s.special > 0) & ~s.child, rule["longest_special_days"], rule["longest_days"])
    longest = np.minimum(s.grants.last.days, most)
    last_part = s.time.expiry - longest
    fraction = s.time.fraction_on
    gate = np.where(s.child, fraction["half"], fraction["two_thirds"])
    days = window(s, rule)
    needs = {
        "half": s.child.astype(np.int64),
        "two_thirds": (~s.child).astype(np.int64),
        "last_part": last_part,
        "longest": longest,
    }
    made = leave_plan(s, [gate, last_part], window=days, clear=clear_day(s, days), needs=needs)
    return until_expiry(s, made)

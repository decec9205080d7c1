"""Cuti menjelang bebas: as long as the last remission. Permenkumham 3/2018 art 102-113."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, clear_day, leave_plan, until_expiry, window
from teladan.law.situation import Situation
from teladan.law.terms import Days

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "not_revoked_twice",
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
    most = np.where(s.special > 0, rule["longest_special_days"], rule["longest_days"])
    longest = np.minimum(s.grants.last.days, most)
    received = s.grants.known & (longest > 0)
    last_part = np.where(received, s.time.expiry - longest, fraction_gate(s))
    days = window(s, rule)
    needs = {
        "half": s.child.astype(np.int64),
        "two_thirds": (~s.child).astype(np.int64),
        "last_part": last_part,
        "longest": longest,
    }
    # How long the leave is follows from the last remission: none or not known, no date.
    gates = [fraction_gate(s), last_part]
    clear = clear_day(s, days)
    return until_expiry(s, leave_plan(s, gates, window=days, clear=clear, needs=needs, known=received))


def fraction_gate(s: Situation) -> Days:
    """The day two thirds, or a child's half, are served."""
    return np.where(s.child, s.time.fraction_on["half"], s.time.fraction_on["two_thirds"])

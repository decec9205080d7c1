"""Pembebasan bersyarat. Permenkumham 3/2018 art 82-101; old KUHP art 15; KUHP 2023 art 72."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, clear_day, leave_plan, window
from teladan.law.situation import Situation
from teladan.law.terms import add_years

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "not_revoked_twice",
    "two_thirds_served",
    "half_served",
    "two_thirds_at_least_nine_months",
    "no_violation_within_3_months",
    "no_violation_within_9_months",
    "assimilation_half",
    "cooperated_with_law_enforcement",
    "fine_and_restitution_paid",
    "pledge_made",
)


def plan(s: Situation, rule: Version) -> Plan:
    """Two thirds (a child: half); the probation ends a calendar year after the expiry."""
    fraction = s.time.fraction_on
    gate = np.where(s.child, fraction["half"], fraction["two_thirds"])
    days = window(s, rule)
    safe = np.where(s.time.dated, s.time.expiry, 0)
    ends = add_years(safe, rule["probation_years"])
    needs = {"half": s.child.astype(np.int64), "two_thirds": (~s.child).astype(np.int64)}
    return leave_plan(s, [gate], window=days, clear=clear_day(s, days), needs=needs, ends=ends)

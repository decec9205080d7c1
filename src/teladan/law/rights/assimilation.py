"""Asimilasi: half of the sentence; special offences two thirds. PP 32/1999 art 36; Permenkumham 3/2018 art 44-45."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, clear_day, leave_plan, window
from teladan.law.situation import Situation

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "not_revoked_twice",
    "half_served",
    "two_thirds_served",
    "two_thirds_at_least_nine_months",
    "no_violation_within_3_months",
    "no_violation_within_6_months",
    "no_violation_within_9_months",
    "cooperated_with_law_enforcement",
    "fine_and_restitution_paid",
    "pledge_made",
)


def plan(s: Situation, rule: Version) -> Plan:
    """A child has a shorter window; a special offence asks two thirds of a child too (C)."""
    special = s.special.astype(np.int64)
    fraction = s.time.fraction_on
    gate = np.where(special > 0, fraction["two_thirds"], fraction["half"])
    days = window(s, rule)
    needs = {"half": np.where(special < 0, -1, 1 - special), "two_thirds": special}
    # Which fraction it is follows from the offence: not known, no date.
    return leave_plan(s, [gate], window=days, clear=clear_day(s, days), needs=needs, known=special >= 0)

"""Asimilasi di rumah: the scheme of 2020 to 2023, closed. Permenkumham 10/2020, 32/2020, 24/2021, 43/2021."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, clear_day, leave_plan
from teladan.law.situation import Situation

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "half_served",
    "date_before_cutoff",
    "offence_allowed_home",
    "indonesian_citizen",
    "no_violation_within_3_months",
    "no_violation_within_6_months",
)


def plan(s: Situation, rule: Version) -> Plan:
    """Half of the sentence, with the two thirds before the end of the period."""
    days = np.where(s.child, rule["window_child_days"], rule["window_days"])
    half = s.time.fraction_on["half"]
    return leave_plan(s, [half], window=days, clear=clear_day(s, days), needs={"half": s.constant(1)})

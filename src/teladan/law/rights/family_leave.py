"""Cuti mengunjungi keluarga. Permenkumham 3/2018 art 67-81."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights._leave import COMMON, leave_plan
from teladan.law.situation import Situation
from teladan.law.terms import FAR, first_of_year, year_of

SCOPE = "leave"
CRITERIA = (
    *COMMON,
    "not_revoked_twice",
    "sentence_at_least_one_year",
    "half_served",
    "no_violation_this_year",
    "not_special_offence",
)


def plan(s: Situation, rule: Version) -> Plan:
    """Two days; no violation in the calendar year, so the year after a violation is clear."""
    last = s.discipline.last
    there = last > -FAR
    next_year = first_of_year(year_of(np.where(there, last, 0)) + 1)
    clear = np.maximum(np.where(there, next_year, -FAR), s.discipline.lost_until)
    needs = {"half": s.constant(1), "clear": clear}
    length = s.constant(rule["length_days"])
    made = leave_plan(s, [s.time.fraction_on["half"]], window=s.constant(0), clear=clear, needs=needs, length=length)
    return made._replace(ends=np.where(made.length >= 0, made.date + length, made.ends))

"""The judgment, or the last of several, is final by the day the right takes effect."""

import numpy as np

from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value
from teladan.law.terms import FAR, NONE

LOOKS_AT = ("day", "last_check")


def check(case: Case) -> Answer:
    """Only a convict has these rights; a remission before that comes later as late remission."""
    merged = case.s.merged
    day = case.plan.last_check if case.scope == "leave" else case.plan.day
    late = (merged.final_state == 0) | (merged.last_final > day)
    code = np.where(late, BLOCKED, np.where(merged.final_state < 0, UNKNOWN, MET)).astype(np.int8)
    has = np.where(merged.last_final > -FAR, merged.last_final, NONE)
    has = np.where(merged.final_state == 1, has, NONE)
    return Answer(code, Value("date", day), Value("date", has))

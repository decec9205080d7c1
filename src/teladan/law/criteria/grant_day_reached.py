"""The day on which this remission is given has come."""

import numpy as np

from teladan.law.criterion import MET, TIME, UNKNOWN, Answer, Case, Value
from teladan.law.terms import NONE


def check(case: Case) -> Answer:
    """The grant day of each remission."""
    plan = case.plan
    come = plan.day <= case.s.as_of
    code = np.where(plan.day_known, np.where(come, MET, TIME), UNKNOWN).astype(np.int8)
    needs = np.where(plan.day_known, plan.day, NONE)
    concerns = plan.says.get("day_applies")
    applies = None if concerns is None else concerns.data
    if applies is not None:
        code = np.where(applies, code, MET).astype(np.int8)
    return Answer(code, Value("date", needs), Value("date", case.s.as_of), applies)

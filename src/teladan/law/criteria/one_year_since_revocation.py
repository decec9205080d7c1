"""A year has passed since a leave or parole was revoked."""

import numpy as np

from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE


def check(case: Case) -> Answer:
    """PP 99/2012 art 39: no remission in the first year after revocation."""
    again = case.s.escapes.again_from
    code = decide(case.plan.day >= again, case.s.list("absences").known)
    needs = np.where(np.abs(again) < FAR, again, NONE)
    return Answer(code, Value("date", needs), Value("date", case.plan.day))

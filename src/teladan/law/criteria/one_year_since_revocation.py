"""A year has passed since a leave or parole was revoked."""

import numpy as np

from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE

LOOKS_AT = ("day",)


def check(case: Case) -> Answer:
    """PP 99/2012 art 39: no remission in the first year after revocation."""
    again = case.s.escapes.again_from
    known = case.s.list("absences").known
    code = decide(case.plan.day >= again, known)
    needs = np.where(np.abs(again) < FAR, again, NONE)
    variant = (("going_on",), (known & (again >= FAR)).astype(int))
    return Answer(code, Value("date", needs), Value("date", case.plan.day), variant=variant)

"""No escape of more than a day began in the last 360 days, and none is going on."""

import numpy as np

from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE

LOOKS_AT = ("day",)


def check(case: Case) -> Answer:
    """Practice: escapees are not proposed; one back within 24 hours may keep the right."""
    found, days = case.s.escapes, case.law["within_days"]
    clear = found.last + days
    known = case.s.list("absences").known
    code = decide((case.plan.day >= clear) & ~found.going_on, known)
    needs = np.where((found.last > -FAR) & ~found.going_on, clear, NONE)
    has = np.where(found.last > -FAR, found.last, NONE)
    variant = (("going_on",), (known & found.going_on).astype(int))
    return Answer(code, Value("date", needs), Value("date", has), variant=variant)

"""No disciplinary punishment in the calendar year of the leave."""

import numpy as np

from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE, year_of


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 art 67."""
    found = case.s.discipline
    year = year_of(case.plan.day)
    clear = case.plan.needs["clear"]
    code = decide(case.plan.day >= clear, found.known)
    has = np.where(found.last > -FAR, found.last, NONE)
    return Answer(
        code,
        Value("date", np.where(clear > -FAR // 2, clear, NONE)),
        Value("date", has),
        says={"year": Value("number", year)},
    )

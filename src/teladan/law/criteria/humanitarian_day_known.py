"""The person's humanitarian group has a grant day: a short sentence alone has none that is known."""

import numpy as np

from teladan.law.criterion import MET, UNKNOWN, Answer, Case
from teladan.law.terms import NONE


def check(case: Case) -> Answer:
    """Permenkumham 16/2023 art 29 names no day for sentences of a year or less."""
    s = case.s
    short = s.merged.has_term & (s.merged.total <= case.rule["short_term_days"])
    concerns = short | case.plan.day_known
    # Also when a violation has put the known day off beyond the term: the day nobody knows may still come before it.
    code = np.where(short & (case.plan.date == NONE), UNKNOWN, MET).astype(np.int8)
    return Answer(code, applies=concerns)

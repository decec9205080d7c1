"""The sentence is a year or less, the person is over seventy, or ill for long."""

import numpy as np

from teladan.law.criterion import BLOCKED, MET, TIME, UNKNOWN, Answer, Case, Value
from teladan.law.terms import FAR, NONE


def check(case: Case) -> Answer:
    """Permenkumham 21/2013 art 18; Permenkumham 16/2023 art 29; PP 99/2012 art 34C."""
    s, old_from = case.s, case.plan.needs["old_from"]
    ill = case.plan.needs["ill"] > 0
    old = s.birth_known & (old_from <= s.as_of)
    short = s.merged.has_term & (s.merged.total <= case.rule["short_term_days"])
    will_be_old = s.birth_known & (old_from - 1 < s.time.expiry) & s.time.dated
    unsure = ~s.birth_known | (s.single("illness_state") < 0) | ~s.merged.has_term | ~s.time.dated
    code = np.where(unsure, UNKNOWN, np.where(will_be_old, TIME, BLOCKED))
    code = np.where(ill | old | short, MET, code).astype(np.int8)
    variant = np.where(ill, 1, np.where(old, 2, np.where(short, 3, np.where(code == TIME, 4, 0))))
    needs = np.where(s.birth_known & (old_from > -FAR // 2), old_from, NONE)
    return Answer(
        code,
        Value("date", needs),
        Value("date", s.as_of),
        variant=(("ill", "old", "short", "will_be_old"), variant),
    )

"""A fraction of the sentence served, for those to whom that fraction applies."""

import numpy as np

from teladan.law.criterion import MET, UNKNOWN, Answer, Case, Value


def fraction_served(case: Case, name: str) -> Answer:
    """The date is of the timeline; before 2008 the formula is not known (U13)."""
    s = case.s
    concerns = case.plan.needs[name] > 0
    needs = s.time.fraction_on[name]
    code = s.reached(needs, s.time.dated)
    if not s.fractions_known:
        code = np.full(s.size, UNKNOWN, np.int8)
    unsure = case.plan.needs[name] < 0  # it depends on an offence that is not known
    code = np.where(unsure & (code != MET), UNKNOWN, np.where(concerns | unsure, code, MET)).astype(np.int8)
    variant = (("formula_unknown",), np.full(s.size, int(not s.fractions_known)))
    return Answer(code, Value("date", needs), Value("date", s.as_of), concerns | unsure, variant=variant)

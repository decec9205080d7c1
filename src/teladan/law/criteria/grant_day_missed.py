"""A grant day passed while the judgment was not final."""

import numpy as np

from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value


def check(case: Case) -> Answer:
    """Permenkumham M.HH-01.PK.02.02/2010; Permenkumham 3/2018."""
    missed, unsure = case.plan.needs["missed"], case.plan.needs["missed_unsure"] > 0
    found = missed > 0
    code = np.where(unsure, UNKNOWN, np.where(found, MET, BLOCKED)).astype(np.int8)
    return Answer(code, Value("number", 1), Value("number", missed))

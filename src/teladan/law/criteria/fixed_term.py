"""The sentence is for a fixed term, not for life and not death."""

import numpy as np

from teladan.law.criterion import EXCLUDED, MET, UNKNOWN, Answer, Case

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """UU 22/2022 art 10(4)."""
    merged = case.s.merged
    known = case.s.list("sentences").known & (merged.number > 0)
    code = np.where(merged.life, EXCLUDED, np.where(known & ~merged.kind_open, MET, UNKNOWN))
    return Answer(code.astype(np.int8))

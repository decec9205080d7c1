"""One third of the sentence has been served: special offences of the older track."""

import numpy as np

from teladan.law.criterion import UNKNOWN, Answer, Case, Value, only_for


def check(case: Case) -> Answer:
    """PP 28/2006 art 34(3)."""
    s = case.s
    needs = s.time.fraction_on["one_third"]
    inner = s.reached(needs, s.time.dated)
    if not s.fractions_known:
        inner = np.full(s.size, UNKNOWN, np.int8)
    code, concerns = only_for(s.merged.special_old, inner)
    return Answer(code, Value("date", needs), Value("date", s.as_of), concerns)

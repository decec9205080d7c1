"""Two thirds (a child: half) of the sentence fall on or before the last day of the scheme's period."""

import numpy as np

from teladan.law.criterion import EXCLUDED, UNKNOWN, Answer, Case, Value
from teladan.law.terms import day_of


def check(case: Case) -> Answer:
    """Permenkumham 10/2020, 32/2020, 24/2021, 43/2021 and the decrees after them."""
    s = case.s
    cutoff = day_of(case.rule["cutoff"])
    day = np.where(s.child, s.time.fraction_on["half"], s.time.fraction_on["two_thirds"])
    inside = day <= cutoff
    sure = np.where(inside, ~s.maybe_later, ~s.maybe_earlier) & s.time.dated
    code = np.where(sure, np.where(inside, 0, EXCLUDED), UNKNOWN).astype(np.int8)
    return Answer(code, Value("date", cutoff), Value("date", day))

"""The offence does not bar assimilation at home."""

import numpy as np

from teladan.law.criterion import EXCLUDED, MET, Answer, Case, by_state
from teladan.law.sentence import early_home_bars, home_bars


def check(case: Case) -> Answer:
    """Permenkumham 10/2020; from 2021 Permenkumham 32/2020 art 11."""
    lists = case.s.list("sentences")
    early = early_home_bars(lists)
    if case.law["articles"]:
        late = home_bars(lists)
        early = np.where((early > 0) | (late > 0), 1, np.minimum(early, late)).astype(np.int8)
    return Answer(by_state(early, EXCLUDED, MET))

"""The offence is not one of the special ones."""

import numpy as np

from teladan.law.criterion import EXCLUDED, MET, Answer, Case, by_state


def check(case: Case) -> Answer:
    """Permenkumham 21/2013 art 18; Permenkumham 3/2018 art 68; from 2023 by switch U9."""
    s = case.s
    if case.law.numbers.get("by_switch") and s.conventions["humanitarian_special_offences"] != "excluded":
        return Answer(np.zeros(s.size, np.int8), applies=s.nobody)
    return Answer(by_state(s.special, EXCLUDED, MET))

"""Half of the remaining sentence was spent in assimilation: parole for special offences."""

import numpy as np

from teladan.law.criterion import MET, UNKNOWN, Answer, Case, only_for


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 jo 7/2022 art 85. Assimilation served is not among the facts: always not known."""
    s = case.s
    wanted = s.conventions["assimilation_half"]
    if wanted == "never" or (wanted == "until_2022" and case.law.numbers.get("by_switch")):
        return Answer(np.full(s.size, MET, np.int8), applies=s.nobody)
    code, concerns = only_for(s.special, np.full(s.size, UNKNOWN, np.int8))
    return Answer(code, applies=concerns)

"""Two thirds of the sentence are at least nine months."""

import numpy as np

from teladan.law.criterion import EXCLUDED, Answer, Case, Value, decide, only_for


def check(case: Case) -> Answer:
    """Old KUHP art 15; KUHP 2023 art 72(1); for assimilation of special offences Permenkumham 7/2022 art 45(1)."""
    s, least = case.s, case.law["days"]
    days = 2 * s.merged.total // 3
    # Compared before rounding: 13 months 14 days are not enough, 13 months 15 days are.
    code = decide(2 * s.merged.total >= 3 * least, s.merged.has_term, EXCLUDED)
    if case.rule["nine_months_for"] == "special":
        code, concerns = only_for(s.special, code)
    else:
        concerns = ~s.child
    code = np.where(concerns, code, 0).astype(np.int8)
    return Answer(code, Value("days", least), Value("days", days), concerns, {"least": Value("term", least)})

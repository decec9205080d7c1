"""What is left of the sentence is no longer than the leave."""

import numpy as np

from teladan.law.criterion import MET, UNKNOWN, Answer, Case, Value


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 art 102, 103, 114."""
    s, needs = case.s, case.plan.needs["last_part"]
    code = s.reached(needs, s.time.dated)
    longest = case.plan.needs["longest"]
    no_remission = np.zeros(s.size, np.int64)
    if case.right == "pre_release_leave":
        code = np.where(s.grants.known & (longest > 0), code, UNKNOWN).astype(np.int8)
        no_remission = (s.grants.known & (longest <= 0)).astype(np.int64)
    if (s.special < 0).any():
        # With an offence that is not known the shorter leave of special offences may be the right one.
        shorter = np.minimum(longest, case.rule["longest_special_days"])
        late = s.time.expiry - shorter > s.as_of
        code = np.where((s.special < 0) & late & (code == MET), UNKNOWN, code).astype(np.int8)
    variant = (("no_remission",), no_remission)
    says = {"longest": Value("term", longest)}
    return Answer(code, Value("date", needs), Value("date", s.as_of), says=says, variant=variant)

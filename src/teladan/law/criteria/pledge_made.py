"""A person convicted of terrorism has made the pledge."""

import numpy as np

from teladan.law.codes import PLEDGE_KINDS
from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value, only_for
from teladan.law.terms import FAR, NONE

SHARED = True


def check(case: Case) -> Answer:
    """PP 99/2012 art 34A(1)(c); Permenkumham 7/2022 art 45(2): citizens loyalty, foreigners no repetition."""
    s = case.s
    state, kind, on = (s.single(f"pledge_{part}") for part in ("state", "kind", "on"))
    made = (state == 1) & (on <= s.as_of)
    loyal = kind == PLEDGE_KINDS.index("loyalty")
    citizen = s.single("citizen")
    inner = np.where(made & (loyal | (citizen == 0)), MET, np.where(made & (citizen < 0), UNKNOWN, BLOCKED))
    inner = np.where(state < 0, UNKNOWN, inner).astype(np.int8)
    concerned = s.merged.offence["terrorism"]
    if case.law.numbers.get("new_track_only"):
        concerned = np.where(s.merged.special_new == 0, 0, concerned).astype(np.int8)
    code, concerns = only_for(concerned, inner)
    return Answer(code, None, Value("date", np.where(on < FAR, on, NONE)), concerns)

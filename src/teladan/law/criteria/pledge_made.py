"""A person convicted of terrorism has made the pledge."""

import numpy as np

from teladan.law.codes import PLEDGE_KINDS
from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value, only_for
from teladan.law.sentence import bound
from teladan.law.terms import FAR, NONE, Codes

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """PP 99/2012 art 34A(1)(c); Permenkumham 7/2022 art 45(2): citizens loyalty, foreigners no repetition."""
    s = case.s
    if not s.merged.offence["terrorism"].any():
        return Answer(np.full(s.size, MET, np.int8), applies=s.nobody)
    state, kind, on = (s.single(f"pledge_{part}") for part in ("state", "kind", "on"))
    made = (state == 1) & (on <= s.as_of)
    loyal = kind == PLEDGE_KINDS.index("loyalty")
    citizen = s.single("citizen")
    inner = np.where(made & (loyal | (citizen == 0)), MET, np.where(made & (citizen < 0), UNKNOWN, BLOCKED))
    inner = np.where(state < 0, UNKNOWN, inner).astype(np.int8)
    code, concerns = only_for(_concerned(case), inner)
    return Answer(code, None, Value("date", np.where(on < FAR, on, NONE)), concerns)


def _concerned(case: Case) -> Codes:
    """State of being bound: 1 by a sentence for terrorism, -1 perhaps."""
    s = case.s.list("sentences")
    surely, perhaps = np.zeros(case.s.size, np.bool_), ~s.known
    for k in range(s.depth):
        new_only = bool(case.law.numbers.get("new_track_only"))
        this, maybe = bound(s, k, "terrorism", case.s.law_on, new_track_only=new_only)
        surely, perhaps = surely | this, perhaps | maybe
    return np.where(surely, 1, np.where(perhaps, -1, 0)).astype(np.int8)

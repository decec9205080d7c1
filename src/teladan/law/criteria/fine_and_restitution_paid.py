"""The fine and the restitution for corruption are paid."""

import numpy as np

from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value
from teladan.law.sentence import bound

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """PP 99/2012 art 34A(1)(b); Permenkumham 7/2022 art 45(3); after 2022 by switch U8. Sentence by sentence."""
    s, size = case.s.list("sentences"), case.s.size
    if case.law.numbers.get("by_switch") and case.s.conventions["corruption_payment_after_2022"] != "required":
        return Answer(np.full(size, MET, np.int8), applies=np.zeros(size, np.bool_))
    if not case.s.merged.offence["corruption"].any():
        return Answer(np.full(size, MET, np.int8), applies=np.zeros(size, np.bool_))
    new_only = bool(case.law.numbers.get("new_track_only"))
    short, unsure, concerns = np.zeros(size, np.bool_), ~s.known, ~s.known
    owed, paid = np.zeros(size, np.int64), np.zeros(size, np.int64)
    for k in range(s.depth):
        surely, perhaps = bound(s, k, "corruption", case.s.law_on, new_track_only=new_only)
        concerns = concerns | surely | perhaps
        for money in ("fine", "restitution"):
            state, amount, given = (s[f"{money}_{part}"][k] for part in ("state", "amount", "paid"))
            there = state > 0
            not_told = (state < 0) | (there & (given < 0) & (amount > 0))
            lacking = there & (given >= 0) & (given < amount)
            short |= surely & lacking
            unsure |= (surely & not_told) | (perhaps & (lacking | not_told))
            owed += np.where((surely | perhaps) & there, amount, 0)
            paid += np.where((surely | perhaps) & there, np.maximum(given, 0), 0)
    code = np.where(short, BLOCKED, np.where(unsure, UNKNOWN, MET)).astype(np.int8)
    return Answer(code, Value("rupiah", owed), Value("rupiah", paid), concerns)

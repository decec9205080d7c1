"""The fine and the restitution for corruption are paid."""

import numpy as np

from teladan.law.codes import OFFENCES
from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value, only_for
from teladan.law.sentence import NOT_KNOWN
from teladan.law.terms import Codes, Days, Flags

SHARED = True


def check(case: Case) -> Answer:
    """PP 99/2012 art 34A(1)(b); Permenkumham 7/2022 art 45(3); after 2022 by switch U8."""
    s = case.s
    inner, owed, paid = _paid(case)
    concerned = s.merged.offence["corruption"]
    if case.law.numbers.get("by_switch") and s.conventions["corruption_payment_after_2022"] != "required":
        concerned = np.zeros_like(concerned)
    if case.law.numbers.get("new_track_only"):
        concerned = np.where(s.merged.special_new == 0, 0, concerned).astype(np.int8)
    code, concerns = only_for(concerned, inner)
    return Answer(code, Value("rupiah", owed), Value("rupiah", paid), concerns)


def _paid(case: Case) -> tuple[Codes, Days, Days]:
    s = case.s.list("sentences")
    size = case.s.size
    short, unsure = np.zeros(size, np.bool_), ~s.known
    owed, paid = np.zeros(size, np.int64), np.zeros(size, np.int64)
    corruption = OFFENCES.index("corruption")
    for k in range(s.depth):
        ours: Flags = (s["offence"][k] == corruption) | (s["offence"][k] == NOT_KNOWN)
        for money in ("fine", "restitution"):
            state, amount, given = (s[f"{money}_{part}"][k] for part in ("state", "amount", "paid"))
            there = ours & (state > 0)
            unsure |= ours & (state < 0) | (there & (given < 0) & (amount > 0))
            short |= there & (given >= 0) & (given < amount)
            owed += np.where(there, amount, 0)
            paid += np.where(there, np.maximum(given, 0), 0)
    return np.where(short, BLOCKED, np.where(unsure, UNKNOWN, MET)).astype(np.int8), owed, paid

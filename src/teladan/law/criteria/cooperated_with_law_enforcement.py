"""The person cooperated with law enforcement to solve the case."""

from teladan.law.criterion import BLOCKED, MET, Answer, Case, Value, by_state, only_for
from teladan.law.terms import FAR, NONE

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """PP 99/2012 art 34A(1)(a), 43A(1)(a); void since MA 28P/HUM/2021."""
    s = case.s
    state, on = s.single("cooperation_state"), s.single("cooperation_on")
    given = state * (on <= s.as_of) * (state > 0) + state * (state < 0)
    code, concerns = only_for(s.merged.special_new, by_state(given.astype("int8"), MET, BLOCKED))
    has = on.copy()
    has[on >= FAR] = NONE
    return Answer(code, None, Value("date", has), concerns)

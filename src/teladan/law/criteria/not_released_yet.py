"""The person is not already outside on parole or on a leave that lasts until release."""

from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE

SHARED = True


def check(case: Case) -> Answer:
    """Parole and the leaves take somebody out; who is out cannot be taken out again."""
    outside = (case.s.single("leave_kind") >= 0) & (case.s.single("leave_from") <= case.s.as_of)
    since = case.s.single("leave_from").copy()
    since[since >= FAR] = NONE
    return Answer(decide(~outside, known=True), None, Value("date", since))

"""The person is under eighteen on the grant day."""

from teladan.law.criterion import EXCLUDED, Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE


def check(case: Case) -> Answer:
    """UU 11/2012: a child is under 18."""
    s = case.s
    has = s.eighteenth.copy()
    has[has == -FAR] = NONE
    on = case.plan.needs["age_on"]
    code = decide(on < s.eighteenth, s.birth_known, EXCLUDED)
    return Answer(code, Value("date", on), Value("date", has))

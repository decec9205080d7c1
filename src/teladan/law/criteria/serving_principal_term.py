"""On the day the right takes effect the principal term is still being served."""

from teladan.law.criterion import Answer, Case, Value

LOOKS_AT = ("last_check",)


def check(case: Case) -> Answer:
    """No remission and no leave after the principal term, nor while serving a substitute."""
    day = case.plan.last_check
    return Answer(case.s.before_expiry(day), Value("date", case.s.time.expiry), Value("date", day))

"""A remission has been received: the leave is as long as the last one."""

from teladan.law.criterion import Answer, Case, Value, decide

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 art 102."""
    last = case.s.grants.last
    return Answer(decide(last.days > 0, case.s.grants.known), None, Value("days", last.days))

"""Parole or a leave was not revoked twice: after the second time none is given for this sentence."""

from teladan.law.criterion import EXCLUDED, Answer, Case, Value, decide

SHARED = True


def check(case: Case) -> Answer:
    """PP 99/2012 art 39 for assimilation; the older rules for parole and leaves."""
    times = case.s.escapes.revoked_times
    return Answer(
        decide(times < case.law["times"], case.s.list("absences").known | (times >= case.law["times"]), EXCLUDED),
        Value("number", case.law["times"]),
        Value("number", times),
    )

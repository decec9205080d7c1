"""The merged sentence is one year or more."""

from teladan.law.criterion import EXCLUDED, Answer, Case, Value, decide

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 art 67."""
    merged, least = case.s.merged, case.law["days"]
    code = decide(merged.total >= least, merged.has_term, EXCLUDED)
    return Answer(code, Value("days", least), Value("days", merged.total), says={"least": Value("term", least)})

"""The merged sentence is six months or more."""

from teladan.law.criterion import EXCLUDED, Answer, Case, Value, decide

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """Keppres 174/1999 art 12(a)."""
    merged, least = case.s.merged, case.law["days"]
    code = decide(merged.total >= least, merged.has_term | merged.life, EXCLUDED)
    code[merged.life] = 0
    return Answer(code, Value("days", least), Value("days", merged.total), says={"least": Value("term", least)})

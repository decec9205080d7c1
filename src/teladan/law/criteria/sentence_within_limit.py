"""The merged sentence is not longer than the scheme allows."""

from teladan.law.criterion import EXCLUDED, Answer, Case, Value, decide


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 art 114; 21/2013."""
    merged, most = case.s.merged, case.rule["longest_term_days"]
    code = decide(merged.total <= most, merged.has_term, EXCLUDED)
    return Answer(code, Value("days", most), Value("days", merged.total), says={"most": Value("term", most)})

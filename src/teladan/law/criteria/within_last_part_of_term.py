"""What is left of the sentence is no longer than the leave."""

from teladan.law.criterion import Answer, Case, Value


def check(case: Case) -> Answer:
    """Permenkumham 3/2018 art 102, 103, 114."""
    s, needs = case.s, case.plan.needs["last_part"]
    code = s.reached(needs, s.time.dated)
    longest = case.plan.needs["longest"]
    return Answer(code, Value("date", needs), Value("date", s.as_of), says={"longest": Value("term", longest)})

"""One third of the sentence has been served: special offences of the older track."""

from teladan.law.criterion import Answer, Case, Value, only_for


def check(case: Case) -> Answer:
    """PP 28/2006 art 34(3)."""
    s = case.s
    needs = s.time.fraction_on["one_third"]
    inner = s.reached(needs, s.time.dated)
    code, concerns = only_for(s.merged.special_old, inner)
    return Answer(code, Value("date", needs), Value("date", s.as_of), concerns)

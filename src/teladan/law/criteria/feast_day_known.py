"""The great feast of the person's religion has a known day."""

from teladan.law.criterion import Answer, Case, Value, decide


def check(case: Case) -> Answer:
    """Keppres 174/1999 art 2, 7(5); Kepmen M.09.HN.02.01/1999 art 3(2)."""
    religion = case.s.single("religion")
    code = decide(met=True, known=case.plan.day_known & (religion >= 0))
    after = ((religion >= 0) & ~case.plan.day_known).astype(int)
    return Answer(code, None, Value("word:religion", religion), variant=(("no_feast",), after))

"""A merit for the state, for humanity, or as a helper was recorded in the last year."""

from teladan.law.criterion import Answer, Case, Value, decide


def check(case: Case) -> Answer:
    """Keppres 174/1999 art 3, 6; Permenkumham 7/2022 art 35A."""
    half, third = case.plan.needs["half"], case.plan.needs["third"]
    found = (half > 0) | (third > 0)
    says = {"day": Value("date", case.plan.day)}
    return Answer(decide(found, case.s.list("merits").known), None, Value("number", found.astype(int)), says=says)

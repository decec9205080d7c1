"""The person is an Indonesian citizen: foreigners were left out in 2020."""

from teladan.law.criterion import EXCLUDED, MET, Answer, Case, by_state

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """Permenkumham 10/2020."""
    return Answer(by_state(case.s.single("citizen").astype("int8"), MET, EXCLUDED))

"""The person takes part in the programme."""

import numpy as np

from teladan.law.criterion import Answer, Case, Value, decide
from teladan.law.terms import FAR, NONE

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """PP 99/2012 art 34; UU 22/2022 art 10(2)."""
    programme = case.s.programme
    active = programme.since > -FAR
    has = np.where(active, programme.since, NONE)
    return Answer(decide(active, programme.known), Value("date", case.s.as_of), Value("date", has))

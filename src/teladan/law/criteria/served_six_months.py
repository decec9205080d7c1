"""More than six months have been served since the last day of coming in."""

import numpy as np

from teladan.law.criterion import Answer, Case, Value


def check(case: Case) -> Answer:
    """Keppres 174/1999 art 4, 7; PP 99/2012 art 34(3); children from 2022: more than three months."""
    s, needs = case.s, case.plan.needs["served"]
    gate = needs - s.custody.start - s.custody.absent
    detention = s.list("detention").known
    code = s.reached(needs, s.custody.known, ~detention)
    # Custody still to come has no days served, rather than fewer than none.
    served = np.maximum(s.served_on(s.constant(s.as_of)), 0)
    says = {"served": Value("days", served), "gate": Value("days", gate)}
    return Answer(code, Value("date", needs), Value("date", s.as_of), says=says)

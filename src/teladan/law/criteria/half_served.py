"""Half of the sentence has been served."""

from teladan.law.criteria._fraction import fraction_served
from teladan.law.criterion import Answer, Case


def check(case: Case) -> Answer:
    """Half of the term, less remission."""
    return fraction_served(case, "half")

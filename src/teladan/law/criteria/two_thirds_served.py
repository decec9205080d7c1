"""Two thirds of the sentence have been served."""

from teladan.law.criteria._fraction import fraction_served
from teladan.law.criterion import Answer, Case


def check(case: Case) -> Answer:
    """Two thirds of the term, less remission."""
    return fraction_served(case, "two_thirds")

"""No disciplinary punishment in the last three months."""

from teladan.law.criteria._window import look_back
from teladan.law.criterion import Answer, Case


def check(case: Case) -> Answer:
    """Register F within the window before the day the right takes effect."""
    return look_back(case, case.law["months"])

"""More than three months have been served: the gate for a child."""

from teladan.law.criteria import served_six_months
from teladan.law.criterion import Answer, Case


def check(case: Case) -> Answer:
    """Praktik 2025 under UU 22/2022 (U7)."""
    return served_six_months.check(case)

"""How much: the tables of Keppres 174/1999 arts 4 and 5, climbed by grants of the same kind."""

from tests.oracle.lengths import MONTH, YEAR_OF_TWELVE_MONTHS

GENERAL_FIRST = (1 * MONTH, 2 * MONTH)  # art 4(1): six to twelve months served, twelve or more
GENERAL_LATER = (3 * MONTH, 4 * MONTH, 5 * MONTH, 5 * MONTH, 6 * MONTH)  # art 4(2): year 2, 3, 4, 5, 6 and on
RELIGIOUS_FIRST = (15, 1 * MONTH)  # art 5(1)
RELIGIOUS_LATER = (1 * MONTH, 1 * MONTH, 45, 45, 2 * MONTH)  # art 5(2)


def general(rung: int, served: int) -> int:
    return climb(GENERAL_FIRST, GENERAL_LATER, rung, served)


def religious(rung: int, served: int) -> int:
    return climb(RELIGIOUS_FIRST, RELIGIOUS_LATER, rung, served)


def climb(first: tuple[int, int], later: tuple[int, ...], rung: int, served: int) -> int:
    """Exactly twelve months: limb (b) says twelve or more, so the higher."""
    if rung == 1:
        return first[served >= YEAR_OF_TWELVE_MONTHS]
    return later[min(rung - 2, len(later) - 1)]

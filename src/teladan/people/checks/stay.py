"""Coming in and going out."""

import datetime as dt
from collections.abc import Iterator

from teladan.people.checks.days import in_order, not_in_future
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def stay_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse a missing register number, days to come or out of order, lists that do not exist."""
    stay = whole.stay
    if not stay.register_number.strip():
        yield problem(
            stay,
            "register_number",
            "register_number_missing",
            "Nomor register belum diisi.",
            "The register number is missing.",
        )
    yield from not_in_future(stay, "admitted_on", today)
    yield from not_in_future(stay, "released_on", today)
    yield from in_order(stay, "admitted_on", "released_on")
    for name in sorted(set(stay.known_lists) - set(FACT_LISTS)):
        yield problem(
            stay,
            "known_lists",
            "unknown_list",
            "Daftar {name} tidak dikenal.",
            "There is no list named {name}.",
            name=name,
        )

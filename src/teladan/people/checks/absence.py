"""Days that do not count."""

import datetime as dt
from collections.abc import Iterator

from teladan.people.checks.days import in_order, not_before_custody, not_in_future
from teladan.people.models import Absence
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def absence_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse days outside custody, out of order, to come, or kept twice."""
    seen: set[tuple[object, ...]] = set()
    for absence in whole.of(Absence):
        yield from not_in_future(absence, "from_day", today)
        yield from not_in_future(absence, "until", today)
        yield from not_before_custody(absence, "from_day", whole)
        yield from in_order(absence, "from_day", "until")
        same = (absence.from_day, absence.reason)
        if same in seen:
            yield problem(
                absence,
                "from_day",
                "already_recorded",
                "Hari tidak dihitung sejak {start} dengan sebab yang sama sudah tercatat.",
                "Days that do not count from {start}, for the same reason, are recorded already.",
                start=absence.from_day,
            )
        seen.add(same)

"""What cannot be true. One noun a file; every check is pure: a stay as a whole and a day in, problems out."""

import datetime as dt
from collections.abc import Callable, Iterable

from teladan.people.checks.absence import absence_problems
from teladan.people.checks.certificate import certificate_problems
from teladan.people.checks.conduct import conduct_problems, discipline_problems, programme_problems, risk_problems
from teladan.people.checks.detention import detention_problems
from teladan.people.checks.person import person_problems
from teladan.people.checks.remission import remission_problems
from teladan.people.checks.sentence import sentence_problems
from teladan.people.checks.stay import stay_problems
from teladan.people.checks.verdict import verdict_problems
from teladan.people.problems import Problem
from teladan.people.whole import Whole

Check = Callable[[Whole, dt.date], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    person_problems,
    stay_problems,
    detention_problems,
    absence_problems,
    verdict_problems,
    sentence_problems,
    remission_problems,
    certificate_problems,
    conduct_problems,
    discipline_problems,
    risk_problems,
    programme_problems,
)


def contradictions(whole: Whole, today: dt.date) -> list[Problem]:
    """Return everything in the stay that cannot be true on `today`, nothing when all agrees."""
    return [found for check in CHECKS for found in check(whole, today)]

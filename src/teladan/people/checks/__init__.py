"""What cannot be true. One noun a file; every check is pure: a stay as a whole and a day in, problems out."""

import datetime as dt
from collections.abc import Callable, Iterable

from teladan.people.checks.absence import absence_problems
from teladan.people.checks.certificate import certificate_problems
from teladan.people.checks.conduct import conduct_problems, discipline_problems, programme_problems, risk_problems
from teladan.people.checks.detention import detention_problems
from teladan.people.checks.movement import movement_problems
from teladan.people.checks.person import person_problems
from teladan.people.checks.remission import remission_problems
from teladan.people.checks.sentence import sentence_problems
from teladan.people.checks.stay import stay_problems
from teladan.people.checks.verdict import verdict_problems
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Movement,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.models.base import Recorded
from teladan.people.problems import Problem
from teladan.people.whole import Whole

Check = Callable[[Whole, dt.date], Iterable[Problem]]

# Each check with the rows it looks at besides stay and person; the first day in custody is read from the detention.
# A row that is added can bring only what a check that looks at its model finds, so no other is asked, or read for.
LOOKS_AT: dict[Check, set[type[Recorded]]] = {
    person_problems: {Detention},
    stay_problems: set(),
    detention_problems: {Detention},
    absence_problems: {Absence, Detention},
    movement_problems: {Movement, Detention},
    verdict_problems: {Verdict, Detention},
    sentence_problems: {Sentence},
    remission_problems: {Remission, Detention},
    certificate_problems: {Certificate},
    conduct_problems: {ConductReport, Detention},
    discipline_problems: {Discipline, Detention},
    risk_problems: {RiskAssessment, Detention},
    programme_problems: {Programme, Detention},
}
CHECKS: tuple[Check, ...] = tuple(LOOKS_AT)


def contradictions(whole: Whole, today: dt.date, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """Return everything in the stay that cannot be true on `today`, nothing when all agrees."""
    return [found for check in checks for found in check(whole, today)]


def checks_of(model: type[Recorded]) -> list[Check]:
    """Return the checks that look at rows of this model; all of them for a person or a stay."""
    if model in {Person, Stay}:
        return list(CHECKS)
    return [check for check, models in LOOKS_AT.items() if model in models]


def read_for(model: type[Recorded]) -> set[type[Recorded]]:
    """Return the models whose rows those checks look at."""
    return {found for check in checks_of(model) for found in LOOKS_AT[check]}

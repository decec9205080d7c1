"""The assessed risk has fallen."""

import numpy as np

from teladan.law.codes import RISK_LEVELS, UNKNOWN
from teladan.law.criterion import Answer, Case, Value
from teladan.law.terms import FAR, NONE

LOOKS_AT = ()


def check(case: Case) -> Answer:
    """UU 22/2022 art 10(2); how a fall is read is unconfirmed."""
    risk = case.s.risk
    alone = (risk.level >= 0) & (risk.code == UNKNOWN)
    none = case.s.list("risk").known & (risk.level < 0)
    variant = (("one_medium", "no_assessment"), alone + 2 * none.astype(int))
    says = {
        "on": Value("date", np.where(risk.on > -FAR, risk.on, NONE)),
        "before": Value("word:risk", risk.before),
    }
    needs = Value("word:risk", RISK_LEVELS.index("low"))
    return Answer(risk.code, needs, Value("word:risk", risk.level), says=says, variant=variant)

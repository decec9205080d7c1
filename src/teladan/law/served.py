"""How long somebody must have served before the first remission: six months, a child three (`served.toml`)."""

from typing import Final

import numpy as np

from teladan.law import regulations
from teladan.law.conventions import Conventions
from teladan.law.regulations import versions
from teladan.law.terms import Days

ADULT: Final = versions(regulations.table("served")["adult"], "served: adult")
CHILD: Final = versions(regulations.table("served")["child"], "served: child")
CHILD_FROM: Final = CHILD[0].first
CHANGES: Final = tuple(version.first for version in (*ADULT, *CHILD))
SIX_MONTHS: Final = int(ADULT[-1]["days"])
_FIRST: Final = np.array([version.first for version in ADULT])
_DAYS: Final = np.array([version["days"] for version in ADULT])
_MORE_THAN: Final = np.array([int(version["more_than"]) for version in ADULT])


def six_months(law_on: Days | int, conventions: Conventions) -> Days:
    """Days that must be served under the law of each day: 180, or one more where it says "more than" (U1)."""
    at = np.maximum(np.searchsorted(_FIRST, law_on, side="right") - 1, 0)
    switch = conventions["six_months_gate"]
    more = _MORE_THAN[at] if switch == "by_regulation" else int(switch == "more_than")
    days: Days = _DAYS[at] + more
    return days


def three_months(law_on: int, conventions: Conventions) -> int:
    """Days that must be served by a child (U7)."""
    if conventions["child_gate"] == "three_months":
        return int(CHILD[0]["days"] + CHILD[0]["more_than"])
    return int(six_months(law_on, conventions))

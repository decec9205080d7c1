"""How a leave or a release on licence is planned. Shared by the kinds."""

from collections.abc import Mapping, Sequence

import numpy as np

from teladan.law.criterion import Plan, Value
from teladan.law.regulations import Version
from teladan.law.situation import Situation
from teladan.law.terms import FAR, NONE, Days, Flags

COMMON = (
    "fixed_term",
    "judgment_final",
    "serving_principal_term",
    "not_released_yet",
    "good_conduct_report",
    "active_in_programme",
    "risk_has_fallen",
)


def window(s: Situation, rule: Version) -> Days:
    """Days without a violation: a child's, those of a special offence, or the ordinary ones."""
    special = np.where(s.special > 0, rule["window_special_days"], rule["window_days"])
    days: Days = np.where(s.child, rule["window_child_days"], special)
    return days


def clear_day(s: Situation, days: Days) -> Days:
    """The first day on which no violation stands in the way; far in the past if none."""
    clear: Days = np.maximum(s.discipline.last + days, s.discipline.lost_until)
    return clear


def leave_plan(  # noqa: PLR0913
    s: Situation,
    gates: Sequence[Days],
    *,
    window: Days,
    clear: Days,
    needs: Mapping[str, Days],
    length: Days | None = None,
    ends: Days | None = None,
    known: Flags | None = None,
) -> Plan:
    """The date is the latest gate, or the day the last violation no longer counts, if it counts on `as_of`."""
    ordinary = gates[0]
    for gate in gates[1:]:
        ordinary = np.maximum(ordinary, gate)
    valid = s.time.dated if s.fractions_known else s.nobody
    if known is not None:
        valid = valid & known
    safe = np.where(valid, ordinary, s.as_of)
    day = np.maximum(safe, s.as_of)
    shifted = np.where(valid & (day < clear), clear, safe)
    date = np.where(valid & (shifted < s.time.expiry) & (shifted < FAR), shifted, NONE)
    dated = date != NONE
    owed = np.where(dated & (s.time.substitute_days > 0), date + s.time.substitute_days, NONE)
    return Plan(
        day=day,
        date=date,
        length=np.where(dated, s.constant(-1) if length is None else length, -1),
        ends=np.where(dated, s.constant(NONE) if ends is None else ends, NONE),
        last_check=np.maximum(shifted, s.as_of),
        window=window,
        day_known=s.time.dated,
        closed=s.nobody,
        says={"release_after_substitute": Value("date", owed)},
        needs={"half": s.constant(0), "two_thirds": s.constant(0), **needs},
    )


def until_expiry(s: Situation, made: Plan) -> Plan:
    """A leave that lasts until the expiry."""
    dated = made.date != NONE
    safe = np.where(dated, made.date, 0)
    return made._replace(length=np.where(dated, s.time.expiry - safe, -1), ends=np.where(dated, s.time.expiry, NONE))

"""The look-back over Register F, shared by the windows of three, six and nine months."""

import numpy as np

from teladan.law.criterion import BLOCKED, MET, UNKNOWN, Answer, Case, Value
from teladan.law.terms import FAR, MONTH, NONE, Days


def look_back(case: Case, months: int) -> Answer:
    """A violation counts for 30 days a month from its day; rights lost until a day count until then (U10)."""
    found = case.s.discipline
    window = months * MONTH
    clear = np.maximum(found.last + window, found.lost_until)
    concerns = case.plan.window == window
    longest = case.rule.numbers.get("window_special_days") == window
    if not longest and not concerns.any():
        return Answer(np.zeros(case.s.size, np.int8), applies=concerns)
    clean = case.plan.day >= clear
    code = np.where(found.known, np.where(clean, MET, BLOCKED), UNKNOWN)
    if longest:
        # With an offence that is not known the longer window may be the right one.
        maybe = (case.s.special < 0) & ~concerns
        if "window_child_days" in case.rule.numbers:
            maybe = maybe & ~case.s.child
        clean_then = _day_if_special(case) >= clear
        code = np.where(maybe & (code == BLOCKED), np.where(clean_then, MET, UNKNOWN), code)
        concerns = concerns | maybe
    code = np.where(concerns, code, MET).astype(np.int8)
    lost = (~clean & (found.lost_until > found.last + window)).astype(int)
    return Answer(
        code,
        Value("date", np.where(clear > -FAR // 2, clear, NONE)),
        Value("date", np.where(found.last > -FAR, found.last, NONE)),
        concerns,
        {"day": Value("date", case.plan.day)},
        (("rights_lost",), lost),
    )


def _day_if_special(case: Case) -> Days:
    """The day on which the right would take effect for a special offence: a shorter leave begins later."""
    s, plan = case.s, case.plan
    if "longest" not in plan.needs or not s.fractions_known:
        return plan.day
    shorter = np.minimum(plan.needs["longest"], case.rule["longest_special_days"])
    later = np.maximum(plan.day, s.time.expiry - shorter)
    return np.where(s.time.dated & (shorter > 0), later, plan.day)

"""Remisi tambahan: a half or a third of that year's general remission. Keppres 174/1999 art 3, 6."""

import numpy as np

from teladan.law.codes import MERITS
from teladan.law.criterion import Plan, Value
from teladan.law.regulations import Version
from teladan.law.rights import general_remission
from teladan.law.rights._others import rule_of
from teladan.law.situation import Situation
from teladan.law.terms import Days, add_years

SCOPE = "remission"
CRITERIA = (*general_remission.CRITERIA, "merit_recorded")
HELPER = MERITS.index("helper")


def plan(s: Situation, _rule: Version) -> Plan:
    """On the day of the general remission; both parts add up; fractions of a day are dropped."""
    general = general_remission.plan(s, rule_of("general_remission", s.law_on))
    half, third = _merits(s, general.day)
    full = general.length
    part_half, part_third = full // 2, full // 3
    known = s.list("merits").known & (full >= 0)
    length = np.where(known, half * part_half + third * part_third, -1)
    length = np.where(known & (length == 0), -1, length)
    says = {
        "rung": general.says["rung"],
        "half": Value("term", np.where(full >= 0, part_half, -1)),
        "third": Value("term", np.where(full >= 0, part_third, -1)),
    }
    return general._replace(length=length, says=says, needs={**general.needs, "half": half, "third": third})


def _merits(s: Situation, day: Days) -> tuple[Days, Days]:
    """1 where a merit earning a half, or a third, falls in the year up to the day."""
    merits, since = s.list("merits"), add_years(day, -1)
    half, third = s.constant(0), s.constant(0)
    for k in range(merits.depth):
        on, helper = merits["on"][k], merits["kind"][k] == HELPER
        counted = (on > since) & (on <= day) & (on <= s.as_of)
        half = np.where(counted & ~helper, 1, half)
        third = np.where(counted & helper, 1, third)
    return half, third

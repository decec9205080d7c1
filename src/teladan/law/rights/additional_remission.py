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


def plan(s: Situation, rule: Version) -> Plan:
    """On the day of the general remission; both parts add up; fractions of a day are dropped."""
    general = general_remission.plan(s, rule_of("general_remission", s.law_on))
    half, third = (_merited(s, general.day, rule, name) for name in ("half_for", "third_for"))
    full = general.length
    part_half, part_third = full // rule["half_part"], full // rule["third_part"]
    known = s.list("merits").known & (full >= 0)
    length = np.where(known, half * part_half + third * part_third, -1)
    length = np.where(known & (length == 0), -1, length)
    says = {
        "rung": general.says["rung"],
        "half": Value("term", np.where(full >= 0, part_half, -1)),
        "third": Value("term", np.where(full >= 0, part_third, -1)),
    }
    return general._replace(length=length, says=says, needs={**general.needs, "half": half, "third": third})


def _merited(s: Situation, day: Days, rule: Version, name: str) -> Days:
    """1 where a merit of these kinds falls in the year up to the day."""
    merits, since = s.list("merits"), add_years(day, -rule["merit_years"])
    earns = np.array([kind in rule[name] for kind in MERITS] + [False])  # its end stands for no merit
    found = s.nobody
    for k in range(merits.depth):
        on = merits["on"][k]
        found = found | (earns[merits["kind"][k]] & (on > since) & (on <= day) & (on <= s.as_of))
    return found.astype(np.int64)

"""Remisi dasawarsa: on 17 August of years ending in 5. Keppres 120/1955."""

import numpy as np

from teladan.law.criterion import Plan
from teladan.law.feasts import next_on, yearly
from teladan.law.regulations import Version
from teladan.law.rights._grant import gated, within_term
from teladan.law.rights._grant import plan as grant_plan
from teladan.law.situation import Situation
from teladan.law.terms import NONE

SCOPE = "remission"
CRITERIA = ("fixed_term", "decade_at_least_a_day", "judgment_final", "serving_principal_term", "no_escape")


def plan(s: Situation, rule: Version) -> Plan:
    """A twelfth of the sentence, at most three months."""
    days = yearly(rule["month"], rule["day"], rule["every_years"], rule["year_ends_in"])
    day = next_on(days, gated(s, s.constant(s.as_of), s.grants.done_this_year("decade")))
    length = np.minimum(s.merged.total // rule["part_of_term"], rule["longest_days"])
    # A twelfth that is no day is no remission, so it has no date.
    date = np.where(length > 0, within_term(s, day), NONE)
    return grant_plan(s, day=day, date=date, length=length, window=0, needs={}, says={})

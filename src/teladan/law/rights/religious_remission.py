"""Remisi khusus: on the great feast of the person's religion, once a year. Keppres 174/1999 art 2, 5."""

import numpy as np

from teladan.law.codes import RELIGIONS
from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights import general_remission
from teladan.law.rights._grant import standard
from teladan.law.situation import Situation
from teladan.law.terms import NONE, Days, day_of

SCOPE = "remission"
CRITERIA = ("feast_day_known", *general_remission.CRITERIA)
CONFUCIAN = RELIGIONS.index("confucian")


def plan(s: Situation, rule: Version) -> Plan:
    """The next feast and the amount of the rung; Imlek has been a grant day only since 2018."""
    religion = s.single("religion")
    closed = (religion == CONFUCIAN) & (s.law_on < day_of(rule["confucian_from"]))
    told_until = s.feasts.told_until(religion)

    def next_day(lower: Days) -> Days:
        found = s.feasts.next_on(religion, lower)
        # The table reaches past the expiry: there is no feast left, which is known. The expiry stands for it.
        none_left = (found == NONE) & s.time.dated & (s.time.expiry <= told_until)
        return np.where(none_left, s.time.expiry, found)

    return standard(s, rule, "religious", next_day, closed)

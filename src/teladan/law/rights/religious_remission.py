"""Remisi khusus: on the great feast of the person's religion, once a year. Keppres 174/1999 art 2, 5."""

from teladan.law.codes import RELIGIONS
from teladan.law.criterion import Plan
from teladan.law.regulations import Version
from teladan.law.rights import general_remission
from teladan.law.rights._grant import standard
from teladan.law.situation import Situation
from teladan.law.terms import day_of

SCOPE = "remission"
CRITERIA = ("feast_day_known", *general_remission.CRITERIA)
CONFUCIAN = RELIGIONS.index("confucian")


def plan(s: Situation, rule: Version) -> Plan:
    """The next feast and the amount of the rung; Imlek has been a grant day only since 2018."""
    religion = s.single("religion")
    closed = (religion == CONFUCIAN) & (s.law_on < day_of(rule["confucian_from"]))
    return standard(s, rule, "religious", lambda lower: s.feasts.next_on(religion, lower), closed)

"""Remisi susulan: for grant days that passed while the judgment was not final. Permenkumham 3/2018."""

from typing import NamedTuple

import numpy as np

from teladan.law.codes import RELIGIONS
from teladan.law.criterion import Plan, Value
from teladan.law.feasts import next_on, yearly
from teladan.law.regulations import FIRST_DAY, Version
from teladan.law.rights import _grant
from teladan.law.rights._others import rule_of
from teladan.law.served import CHILD_FROM, six_months, three_months
from teladan.law.situation import Situation
from teladan.law.terms import FAR, NONE, Days, Flags, day_of, first_of_year, year_of

SCOPE = "remission"
CRITERIA = (
    "fixed_term",
    "sentence_at_least_six_months",
    "judgment_final",
    "grant_day_missed",
    "no_violation_within_6_months",
    "good_conduct_report",
    "active_in_programme",
)
CONFUCIAN = RELIGIONS.index("confucian")


class Missed(NamedTuple):
    """One missed grant day a person: its day, whether there is one, still owed, rung and days."""

    kind: str
    day: Days
    there: Flags
    owed: Flags
    rung: Days
    days: Days


def plan(s: Situation, rule: Version) -> Plan:
    """Given when the judgment is final, as if granted on each missed day."""
    final = (s.merged.final_state == 1) & (s.merged.last_final <= s.as_of)
    # While the judgment is not final every grant day so far is missed; when that is not known, it could be.
    until = np.where(final, s.merged.last_final, FAR)
    until = np.where(s.custody.known, until, -FAR)
    items = _missed_general(s, until) + _missed_religious(s, until)
    count, total, passed = s.constant(0), s.constant(0), s.nobody
    for item in items:
        passed = passed | item.there
        count = count + item.owed
        total = total + np.where(item.owed, item.days, 0)
    religion_unknown = (s.single("religion") < 0) & s.custody.known
    finality_unknown = (s.merged.final_state < 0) & (s.merged.last_final <= s.as_of)
    unsure = passed & (~s.grants.known | finality_unknown | s.maybe_later)
    unsure = unsure | ~s.custody.known | ~s.list("detention").known | ((count == 0) & religion_unknown)
    dated = final & s.custody.known & (count > 0) & ~unsure
    ordinary = np.where(dated, s.merged.last_final, FAR)
    clear = np.maximum(s.discipline.last + rule["window_days"], s.discipline.lost_until)
    day = np.where(dated, np.maximum(ordinary, s.as_of), s.as_of)
    date = np.where(dated, np.where(day < clear, np.maximum(clear, ordinary), ordinary), NONE)
    made = _grant.plan(
        s,
        day=day,
        date=date,
        length=s.constant(-1),
        window=rule["window_days"],
        needs={"missed": count, "missed_unsure": unsure.astype(np.int64)},
        says={"items": Value("items", items)},
    )
    length = np.where(unsure | religion_unknown | (count == 0), -1, total)
    return made._replace(day=day, length=length)


def _missed_general(s: Situation, until: Days) -> list[Missed]:
    rule = rule_of("general_remission", s.law_on)
    days = yearly(rule["month"], rule["day"])
    return _missed(s, "general", until, lambda lower: next_on(days, lower))


def _missed_religious(s: Situation, until: Days) -> list[Missed]:
    religion = s.single("religion")
    return _missed(s, "religious", until, lambda lower: s.feasts.next_on(religion, lower))


def _missed(s: Situation, kind: str, until: Days, next_day: _grant.NextDay) -> list[Missed]:
    """Go from grant day to grant day; one a calendar year; each missed day is a rung."""
    limit = np.minimum(until, s.as_of + 1)
    day = next_day(np.maximum(s.custody.start + 1, FIRST_DAY))
    rule = rule_of(f"{kind}_remission", s.law_on)
    so_far, late = s.constant(0), s.grants.late_count(kind)
    found = []
    while (inside := (day != NONE) & (day < limit)).any():
        safe = np.where(inside, day, s.as_of)
        year = year_of(safe)
        served = s.served_before(safe)
        there = inside & _eligible(s, kind, safe, served) & ~s.grants.in_year(kind, year)
        step = s.grants.own_before(kind, safe) + so_far + 1
        days = _grant.amount(rule, step, served)
        found.append(Missed(kind, safe, there, there & (so_far >= late), step, days))
        so_far = so_far + there
        after = np.where(there, first_of_year(year + 1), safe + 1)
        day = np.where(inside, next_day(after), NONE)
    return found


def _eligible(s: Situation, kind: str, day: Days, served: Days) -> Flags:
    """Past the gate of the law of that day, and the feast was a grant day then."""
    gate = six_months(day, s.conventions)
    if s.child.any() or (s.eighteenth > s.custody.start).any():
        child = (day < s.eighteenth) & (day >= CHILD_FROM)
        gate = np.where(child, three_months(s.law_on, s.conventions), gate)
    open_then = served >= gate
    if kind == "religious":
        since = day_of(rule_of("religious_remission", s.law_on)["confucian_from"])
        open_then &= ~((s.single("religion") == CONFUCIAN) & (day < since))
    return open_then

"""How a remission is planned: its grant day, its rung, its amount. Shared by the kinds."""

import datetime as dt
from collections.abc import Callable, Mapping

import numpy as np

from teladan.law import regulations
from teladan.law.criterion import Plan, Value
from teladan.law.grants import rung
from teladan.law.regulations import Version
from teladan.law.situation import Situation
from teladan.law.terms import FAR, MONTH, NONE, Days, Flags, day_of

NextDay = Callable[[Days], Days]
MORE_THAN = day_of(dt.date(2012, 11, 12))  # PP 99/2012: "more than six months" instead of "six months"
CHILD_FROM = day_of(dt.date(2022, 8, 3))  # UU 22/2022: three months for a child


def six_months(s: Situation, law_on: Days | int) -> Days:
    """Days that must be served for the six-month gate under the law of a day: 180, or 181 for "more than" (U1)."""
    switch = s.conventions["six_months_gate"]
    if switch == "by_regulation":
        return 6 * MONTH + (np.asarray(law_on, np.int64) >= MORE_THAN)
    return np.asarray(6 * MONTH + int(switch == "more_than"), np.int64) + np.zeros_like(np.asarray(law_on, np.int64))


def three_months(s: Situation) -> int:
    """Days that must be served by a child: more than 90 (U7)."""
    return 3 * MONTH + 1 if s.conventions["child_gate"] == "three_months" else int(six_months(s, s.law_on))


def gated(s: Situation, gates: Days, done: Flags) -> Days:
    """The earliest day a grant may fall on: not before `as_of`, past the gates, not in a year that had one."""
    lower = np.maximum(gates, s.as_of)
    return np.where(done, np.maximum(lower, s.next_new_year), lower)


def served_gate(s: Situation, next_day: NextDay, more: Days, done: Flags) -> tuple[Days, Days, Days]:
    """(day the six-month gate is passed, earliest grant day allowed, grant day). A child's gate is shorter.

    Whether someone is a child is asked on the grant day itself, so the child's gate is tried first.
    """
    base = s.custody.start + s.custody.absent
    adult = base + six_months(s, s.law_on)
    lower = gated(s, np.maximum(adult, more), done)
    day = next_day(lower)
    if s.law_on < CHILD_FROM or not s.child.any():
        return adult, lower, day
    young = base + three_months(s)
    lower_young = gated(s, np.maximum(young, more), done)
    day_young = next_day(lower_young)
    found = (day_young != NONE) & s.time.dated & (day_young < s.time.expiry)
    child = np.where(found, day_young, s.as_of) < s.eighteenth
    return (
        np.where(child, young, adult),
        np.where(child, lower_young, lower),
        np.where(child, day_young, day),
    )


def later_day(s: Situation, next_day: NextDay, lower: Days, day: Days, window: Days) -> Days:
    """The first grant day on which no violation stands in the way any more."""
    clear = np.maximum(s.discipline.last + window, s.discipline.lost_until)
    blocked = day < clear
    if not blocked.any():
        return day
    return np.where(blocked, next_day(np.maximum(lower, clear)), day)


def within_term(s: Situation, date: Days) -> Days:
    """The date, or NONE when it is not before the expiry or the expiry is not known."""
    return np.where(s.time.dated & (date != NONE) & (date < s.time.expiry), date, NONE)


def amount(rule: Version, step: Days, served: Days) -> Days:
    """Days of remission by rung. Keppres 174/1999 art 4 (general), 5 (religious)."""
    ladder = np.array(rule["later_days"], np.int64)
    later = ladder[np.clip(step - 2, 0, ladder.size - 1)]
    first = np.where(served < rule["full_year_days"], rule["first_days"], rule["first_full_year_days"])
    return np.where(step <= 1, first, later)


def ladder(s: Situation, kind: str, rule: Version, date: Days) -> tuple[Days, Days]:
    """(rung, days) of a grant on each date; days -1 where the date or the grants so far are not known."""
    known = (date != NONE) & s.grants.known & s.custody.known
    day = np.where(date != NONE, date, s.as_of)
    step = rung(s.grants, kind, day, s.conventions["rung_after_missed_year"])
    days = amount(rule, step, s.served_on(day))
    return step, np.where(known, days, -1)


def plan(  # noqa: PLR0913
    s: Situation,
    *,
    day: Days,
    date: Days,
    length: Days,
    window: Days | int,
    needs: Mapping[str, Days],
    says: Mapping[str, Value],
    shifted: Days | None = None,
    closed: Flags | None = None,
) -> Plan:
    """Put a grant's plan together; a grant has no end and its conditions are asked on its day."""
    known = day != NONE
    # Without a grant day before the expiry the conditions are asked on the day of the assessment.
    there = known & s.time.dated & (day < s.time.expiry)
    safe = np.where(there, day, s.as_of)
    last = day if shifted is None else np.where(shifted != NONE, shifted, day)
    return Plan(
        day=safe,
        date=date,
        length=np.where(date != NONE, length, -1),
        ends=s.constant(NONE),
        last_check=np.where(last != NONE, last, s.as_of),
        window=np.asarray(window, np.int64) + np.zeros(s.size, np.int64),
        day_known=known,
        closed=s.nobody if closed is None else closed,
        says=says,
        needs=needs,
    )


def one_third(s: Situation) -> Days:
    """The day a third is served for whom PP 28/2006 asks it; the first day of custody for everybody else."""
    if s.law_on >= _track_from() and s.law_on <= _track_until(s):
        return np.where(s.merged.special_old > 0, s.time.fraction_on["one_third"], s.custody.start)
    return s.custody.start


def standard(s: Situation, rule: Version, kind: str, next_day: NextDay, closed: Flags | None = None) -> Plan:
    """General and religious remission: six months (or a third), the next day of the kind, the ladder."""
    served, lower, day = served_gate(s, next_day, one_third(s), s.grants.done_this_year(kind))
    shifted = later_day(s, next_day, lower, day, s.constant(rule["window_days"]))
    date = within_term(s, shifted)
    step, length = ladder(s, kind, rule, date)
    says = {"rung": Value("number", np.where(length >= 0, step, -1))}
    return plan(
        s,
        day=day,
        date=date,
        length=length,
        window=rule["window_days"],
        needs={"served": served},
        says=says,
        shifted=shifted,
        closed=closed,
    )


def _track_from() -> int:
    return day_of(regulations.table("arithmetic")["special_offences"]["from"])


def _track_until(s: Situation) -> int:
    return FAR if s.conventions["old_track_after_2022"] == "kept" else CHILD_FROM - 1

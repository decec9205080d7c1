"""How a remission is planned: its grant day, its rung, its amount. Shared by the kinds."""

from collections.abc import Callable, Mapping

import numpy as np

from teladan.law.criterion import Plan, Value
from teladan.law.grants import rung
from teladan.law.regulations import Version
from teladan.law.sentence import old_track_dropped, special_since
from teladan.law.served import CHILD_FROM, six_months, three_months
from teladan.law.situation import Situation
from teladan.law.terms import FAR, NONE, Days, Flags, year_of

NextDay = Callable[[Days], Days]


def gated(s: Situation, gates: Days, done: Flags) -> Days:
    """The earliest day a grant may fall on: not before `as_of`, past the gates, not in a year that had one."""
    lower = np.maximum(gates, s.as_of)
    return np.where(done, np.maximum(lower, s.next_new_year), lower)


def served_gate(s: Situation, next_day: NextDay, more: Days, done: Flags) -> tuple[Days, Days, Days]:
    """(day the six-month gate is passed, earliest grant day allowed, grant day). A child's gate is shorter.

    Whether someone is a child is asked on the grant day itself, so the child's gate is tried first.
    """
    base = s.custody.start + s.custody.absent
    adult = base + six_months(s.law_on, s.conventions)
    lower = gated(s, np.maximum(adult, more), done)
    day = next_day(lower)
    if s.law_on < CHILD_FROM or not s.child.any():
        return adult, lower, day
    young = base + three_months(s.law_on, s.conventions)
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


def _year_of_serving(s: Situation, day: Days, first: Days) -> Days:
    """Which year of remission a day lies in, whether or not one was given in those before."""
    start = np.where(first != NONE, first, s.as_of)
    years: Days = np.maximum(year_of(day) - year_of(start), 0) + 1
    return years


def within_term(s: Situation, date: Days) -> Days:
    """The date, or NONE when it is not before the expiry or the expiry is not known."""
    return np.where(s.time.dated & (date != NONE) & (date < s.time.expiry), date, NONE)


def amount(rule: Version, step: Days, served: Days) -> Days:
    """Days of remission by rung. Keppres 174/1999 art 4 (general), 5 (religious)."""
    ladder = np.array(rule["later_days"], np.int64)
    later = ladder[np.clip(step - 2, 0, ladder.size - 1)]
    first = np.where(served < rule["full_year_days"], rule["first_days"], rule["first_full_year_days"])
    return np.where(step <= 1, first, later)


def ladder(s: Situation, kind: str, rule: Version, date: Days, first: Days | None = None) -> tuple[Days, Days]:
    """(rung, days) of a grant on each date; days -1 where the date or the grants so far are not known.

    `first`: the first grant day on which it could have been given, where the ladder counts calendar years.
    """
    known = (date != NONE) & s.grants.known & s.custody.known
    day = np.where(date != NONE, date, s.as_of)
    step = rung(s.grants, kind, day, s.conventions["rung_after_missed_year"])
    if first is not None:
        step = _year_of_serving(s, day, first)
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
    if special_since() <= s.law_on <= _track_until(s):
        return np.where(s.merged.special_old > 0, s.time.fraction_on["one_third"], s.custody.start)
    return s.custody.start


def standard(s: Situation, rule: Version, kind: str, next_day: NextDay, closed: Flags | None = None) -> Plan:
    """General and religious remission: six months (or a third), the next day of the kind, the ladder."""
    served, lower, day = served_gate(s, next_day, one_third(s), s.grants.done_this_year(kind))
    shifted = later_day(s, next_day, lower, day, s.constant(rule["window_days"]))
    date = within_term(s, shifted)
    first = next_day(np.maximum(served, one_third(s))) if rule["ladder"] == "calendar_year" else None
    step, length = ladder(s, kind, rule, date, first)
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


def _track_until(s: Situation) -> int:
    return FAR if s.conventions["old_track_after_2022"] == "kept" else old_track_dropped() - 1

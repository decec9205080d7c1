"""Remission on 17 August and on the feast of the faith, CMB, PB, CB: when, how long, and whether on the day itself."""

from typing import Any

import numpy as np

from bench.openfisca_remission.dates import NEVER, computed, day, of, records
from teladan.law.codes import DISCIPLINE_LEVELS, OFFENCES, RATINGS, REMISSION_KINDS, RISK_LEVELS
from teladan.law.conventions import DEFAULT
from teladan.law.criteria import REGISTRY
from teladan.law.feasts import DEFAULT as FEASTS
from teladan.law.feasts import next_on, yearly
from teladan.law.rights import RIGHTS
from teladan.law.served import six_months
from teladan.law.terms import FAR, NONE, day_of

LOW, MEDIUM, HIGH = range(len(RISK_LEVELS))
NINE_MONTHS = REGISTRY["two_thirds_at_least_nine_months"].laws[-1]["days"]
SIX_MONTHS = REGISTRY["sentence_at_least_six_months"].laws[-1]["days"]
WORST = RATINGS.index(REGISTRY["good_conduct_report"].laws[-1]["worst"])


def rule(right: str) -> Any:
    """A right's numbers in force."""
    return RIGHTS[right].laws[-1]


# How somebody lives inside --------------------------------------------------------------------------------------------


def last_violation(prisoner: Any, period: Any) -> Any:
    whose, violations = records(prisoner, period, "discipline")
    last = np.full(prisoner.count, -FAR)
    known = (violations["on"] <= day(period)) & (violations["code"] < len(DISCIPLINE_LEVELS))
    last[whose[known]] = violations["on"][known]
    return last


def well_behaved(prisoner: Any, period: Any) -> Any:
    """The last report is good, the programme runs, the risk has fallen; corruption has paid, terrorism pledged."""
    whose, reports = records(prisoner, period, "conduct")
    rating = np.full(prisoner.count, len(RATINGS))
    known = reports["on"] <= day(period)
    rating[whose[known]] = reports["code"][known]
    whose, periods = records(prisoner, period, "programme")
    active = np.zeros(prisoner.count, np.bool_)
    active[whose[(periods["on"] <= day(period)) & (periods["until"] > day(period))]] = True
    paid = (prisoner("offence", period) != OFFENCES.index("corruption")) | (prisoner("fine_owed", period) == 0)
    pledged = prisoner("offence", period) != OFFENCES.index("terrorism")  # nobody here has made one
    return (rating <= WORST) & active & paid & pledged & _risk_has_fallen(prisoner, period)


def _risk_has_fallen(prisoner: Any, period: Any) -> Any:
    whose, risks = records(prisoner, period, "risk")
    known = risks["on"] <= day(period)
    whose, level = whose[known], risks["code"][known]
    latest, before = np.full(prisoner.count, -1), np.full(prisoner.count, -1)
    latest[whose] = level
    not_last = np.append(whose[1:] == whose[:-1], False)[: whose.size]
    np.maximum.at(before, whose[not_last], level[not_last])
    return (latest == LOW) | ((latest == MEDIUM) & (before == HIGH))


# Remission ------------------------------------------------------------------------------------------------------------


def remission(right: str) -> dict[str, Any]:
    """The variables of one remission."""
    kind = right.removesuffix("_remission")
    numbers = rule(right)

    def next_day(prisoner: Any, period: Any, lower: Any) -> Any:
        if kind == "general":
            return next_on(yearly(numbers["month"], numbers["day"]), lower)
        return FEASTS.next_on(prisoner("religion", period).astype(np.int64), lower)

    def granted(prisoner: Any, period: Any) -> tuple[Any, Any]:
        """The days of grants on this ladder, and whose."""
        whose, grants = records(prisoner, period, "remissions")
        which = (grants["code"] == REMISSION_KINDS.index(kind)) & (grants["on"] <= day(period))
        return whose[which], grants["on"][which]

    def planned(prisoner: Any, period: Any) -> tuple[Any, Any]:
        """The next day that is open by the time served; the first on which no violation stands in the way."""
        today = day(period)
        start, last = of(prisoner, period, "custody_start", "last_violation")
        whose, on = granted(prisoner, period)
        this_year = np.zeros(prisoner.count, np.bool_)
        this_year[whose[on >= day_of(period.start.date.replace(month=1, day=1))]] = True
        lower = np.maximum(start + int(six_months(today, DEFAULT)), today)
        new_year = day_of(period.start.date.replace(year=period.start.date.year + 1, month=1, day=1))
        lower = np.where(this_year, np.maximum(lower, new_year), lower)
        ordinary = next_day(prisoner, period, lower)
        clear = last + numbers["window_days"]
        shifted = np.where(ordinary < clear, next_day(prisoner, period, np.maximum(lower, clear)), ordinary)
        return ordinary, shifted

    def date(prisoner: Any, period: Any) -> Any:
        _, shifted = planned(prisoner, period)
        end, term = of(prisoner, period, "expiry", "term")
        open_ = (prisoner("dated", period) == 1) & (term >= SIX_MONTHS) & (shifted != NONE) & (shifted < end)
        return np.where(open_, shifted, NEVER)

    def length(prisoner: Any, period: Any) -> Any:
        on, start = of(prisoner, period, f"{right}_date", "custody_start")
        whose, before = granted(prisoner, period)
        step = np.bincount(whose[before < on[whose]], minlength=prisoner.count) + 1
        later = np.array(numbers["later_days"])
        first = np.where(on - start < numbers["full_year_days"], numbers["first_days"], numbers["first_full_year_days"])
        return np.where(on == NEVER, NEVER, np.where(step <= 1, first, later[np.clip(step - 2, 0, later.size - 1)]))

    def eligible(prisoner: Any, period: Any) -> Any:
        today = day(period)
        on, final, start = of(prisoner, period, f"{right}_date", "final_on", "custody_start")
        ordinary, shifted = planned(prisoner, period)
        served = start + int(six_months(today, DEFAULT)) <= today
        met = served & (prisoner("well_behaved", period) == 1) & (final <= ordinary) & (ordinary == shifted)
        return met & (on != NEVER) & (on <= today)

    return {f"{right}_date": date, f"{right}_length_days": length, f"{right}_eligible": eligible}


# Leaves ---------------------------------------------------------------------------------------------------------------


def leave(right: str) -> dict[str, Any]:
    """The variables of one leave."""
    numbers = rule(right)

    def window(prisoner: Any, period: Any) -> Any:
        special = prisoner("special", period) == 1
        return np.where(special, numbers["window_special_days"], numbers["window_days"])

    def longest(prisoner: Any, period: Any) -> Any:
        if right == "parole":
            return np.full(prisoner.count, FAR)
        special = prisoner("special", period) == 1
        most = np.where(special, numbers["longest_special_days"], numbers["longest_days"])
        return np.minimum(prisoner("last_remission", period), most) if right == "pre_release_leave" else most

    def allowed(prisoner: Any, period: Any) -> Any:
        (term,) = of(prisoner, period, "term")
        if right == "conditional_leave":
            return (term <= numbers["longest_term_days"]) & (prisoner("dated", period) == 1)
        return (2 * term >= 3 * NINE_MONTHS) & (prisoner("dated", period) == 1)

    def planned(prisoner: Any, period: Any) -> tuple[Any, Any]:
        """The latest gate, and the day from which no violation stands in the way."""
        two_thirds, end, last = of(prisoner, period, "two_thirds", "expiry", "last_violation")
        gate = np.maximum(two_thirds, end - longest(prisoner, period))
        return gate, last + window(prisoner, period)

    def date(prisoner: Any, period: Any) -> Any:
        gate, clear = planned(prisoner, period)
        (end,) = of(prisoner, period, "expiry")
        shifted = np.where(np.maximum(gate, day(period)) < clear, clear, gate)
        open_ = allowed(prisoner, period) & (longest(prisoner, period) > 0) & (shifted < end)
        return np.where(open_, shifted, NEVER)

    def length(prisoner: Any, period: Any) -> Any:
        on, end = of(prisoner, period, f"{right}_date", "expiry")
        return np.where((on == NEVER) | (right == "parole"), NEVER, end - on)

    def eligible(prisoner: Any, period: Any) -> Any:
        today = day(period)
        on, final, end = of(prisoner, period, f"{right}_date", "final_on", "expiry")
        gate, clear = planned(prisoner, period)
        met = (prisoner("well_behaved", period) == 1) & (final <= today) & (today < end) & (gate <= today)
        return met & (clear <= today) & (on != NEVER) & (on <= today)

    return {f"{right}_date": date, f"{right}_length_days": length, f"{right}_eligible": eligible}


def last_remission(prisoner: Any, period: Any) -> Any:
    """Days of the last remission; of two on one day the general one, which comes last by its kind."""
    whose, grants = records(prisoner, period, "remissions")
    known = grants["on"] <= day(period)
    whose, on, days, kind = (column[known] for column in (whose, grants["on"], grants["amount"], grants["code"]))
    order = np.lexsort((kind == REMISSION_KINDS.index("general"), on, whose))
    found = np.zeros(prisoner.count, np.int64)
    found[whose[order]] = days[order]
    return found


REMISSIONS = ("general_remission", "religious_remission")
LEAVES = ("pre_release_leave", "parole", "conditional_leave")
RULES = {"last_violation": last_violation, "well_behaved": well_behaved, "last_remission": last_remission}
for name in REMISSIONS:
    RULES |= remission(name)
for name in LEAVES:
    RULES |= leave(name)
VARIABLES = [computed(name, made) for name, made in RULES.items()]

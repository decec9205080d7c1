"""The dates of a sentence: start, expiry, the fractions."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

from bench.openfisca_remission import PRISONER
from bench.openfisca_remission.inputs import LISTS
from teladan.law import regulations
from teladan.law.codes import OFFENCES, PLACES
from teladan.law.terms import FAR, MONTH, MONTHS, YEAR, add_years, day_of

PRISON = PLACES.index("prison")
NEVER = -1  # no date


def computed(name: str, rule: Callable[[Any, Any], Any]) -> type[Variable]:
    """A whole number of a prisoner on a day, by a formula."""

    def formula(prisoner: Any, period: Any) -> Any:
        return rule(prisoner, period).astype(np.int32)

    held = {"value_type": int, "entity": PRISONER, "definition_period": DateUnit.DAY, "label": name}
    return type(name, (Variable,), {**held, "formula": formula})


def day(period: Any) -> int:
    """The day of a period as a number."""
    return day_of(period.start.date)


def of(prisoner: Any, period: Any, *names: str) -> Iterator[Any]:
    """Columns of the prisoner, wide enough to count in."""
    return (prisoner(name, period).astype(np.int64) for name in names)


def records(prisoner: Any, period: Any, kind: str) -> tuple[Any, Any]:
    """Whose the records of a kind are, and their columns, in the order of their days."""
    which = np.flatnonzero(prisoner.members("kind", period) == LISTS.index(kind))
    columns = {name: prisoner.members(name, period)[which] for name in ("on", "until", "code", "amount")}
    return prisoner.members_entity_id[which], columns


def in_turn(whose: Any) -> Iterator[tuple[Any, Any]]:
    """The first record of everybody, then the second: (prisoners, places of their records)."""
    nth = np.arange(whose.size) - np.searchsorted(whose, whose)
    for turn in range(int(nth.max(initial=-1)) + 1):
        places = np.flatnonzero(nth == turn)
        yield whose[places], places


def custody_start(prisoner: Any, period: Any) -> Any:
    """The first day of the last unbroken stay in prison, else the day the judgment became final."""
    whose, orders = records(prisoner, period, "detention")
    begin, end = np.full(prisoner.count, FAR), np.full(prisoner.count, -FAR)
    for who, at in in_turn(whose):
        start, last, inside = orders["on"][at], orders["until"][at], orders["code"][at] == PRISON
        joins = inside & (start <= end[who] + 1)
        begins = inside & ~joins
        begin[who] = np.where(begins, start, begin[who])
        end[who] = np.where(begins, last, np.where(joins, np.maximum(end[who], last), end[who]))
    (final,) = of(prisoner, period, "final_on")
    held = (begin < FAR) & ((end >= np.minimum(final - 1, day(period))) | (final == FAR))
    return np.where(held, begin, final)


def credit(prisoner: Any, period: Any) -> Any:
    """Days of custody before the start: in prison whole, at home and in the city in part; each day once."""
    (start,) = of(prisoner, period, "custody_start")
    whose, orders = records(prisoner, period, "detention")
    held = []
    for places in range(1, len(PLACES) + 1):
        total, covered = np.zeros(prisoner.count, np.int64), np.full(prisoner.count, -FAR)
        for who, at in in_turn(whose):
            there = (orders["code"][at] < places) & (orders["on"][at] < start[who])
            until = np.where(there, np.minimum(orders["until"][at] + 1, start[who]), -FAR)
            total[who] += np.maximum(until - np.maximum(orders["on"][at], covered[who]), 0)
            covered[who] = np.maximum(covered[who], until)
        held.append(total)
    per = regulations.table("arithmetic")["credit"]
    parts = (held[0], held[1] - held[0], held[2] - held[1])
    return sum(days // per[place] for days, place in zip(parts, PLACES, strict=True))


def term(prisoner: Any, period: Any) -> Any:
    """The length of the sentence in days for comparing."""
    years, months, days = of(prisoner, period, "years", "months", "days")
    return YEAR * years + MONTH * months + days


def dated(prisoner: Any, period: Any) -> Any:
    """Whether there is a sentence for a time."""
    return (prisoner("sentenced", period) == 1) & (prisoner("term", period) > 0)


def expiry_initial(prisoner: Any, period: Any) -> Any:
    """Start and sentence, calendar years first, less what is credited."""
    start, years, months, days, credited = of(prisoner, period, "custody_start", "years", "months", "days", "credit")
    return add_years(start, years + months // MONTHS) + MONTH * (months % MONTHS) + days - credited


def expiry(prisoner: Any, period: Any) -> Any:
    """After every remission; none brings it before its own day."""
    (end,) = of(prisoner, period, "expiry_initial")
    whose, grants = records(prisoner, period, "remissions")
    for who, at in in_turn(whose):
        on = grants["on"][at]
        given = np.where(on <= day(period), grants["amount"][at], 0)
        end[who] = np.maximum(end[who] - given, np.minimum(end[who], on))
    return end


def fraction(over: int, under: int) -> Callable[[Any, Any], Any]:
    """The day so much of the sentence is served, less remission."""

    def rule(prisoner: Any, period: Any) -> Any:
        names = ("custody_start", "term", "credit", "expiry_initial", "expiry")
        start, total, credited, initial, end = of(prisoner, period, *names)
        years, rest = np.divmod(-((-total * over) // under), YEAR)
        return add_years(start, years) + rest - credited - (initial - end)

    return rule


def special(prisoner: Any, period: Any) -> Any:
    """An offence of PP 99/2012: always, or narcotics by the length or by the older rules."""
    numbers = regulations.table("arithmetic")["special_offences"]
    offence, final, total = of(prisoner, period, "offence", "final_on", "term")
    always = np.array([name in numbers["always"] for name in OFFENCES] + [False])
    heavy = (total >= numbers["narcotics_from_days"]) | (final < day_of(numbers["old_track_before"]))
    return always[offence] | ((offence == OFFENCES.index("narcotics")) & heavy)


RULES = {
    "custody_start": custody_start,
    "credit": credit,
    "term": term,
    "dated": dated,
    "expiry_initial": expiry_initial,
    "expiry": expiry,
    "one_third": fraction(1, 3),
    "half": fraction(1, 2),
    "two_thirds": fraction(2, 3),
    "special": special,
}
VARIABLES = [computed(name, rule) for name, rule in RULES.items()]

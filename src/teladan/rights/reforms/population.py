"""The people of a facility as a forecast needs them: those inside, and those who came during the last year."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from teladan.law.columns import People, from_facts
from teladan.law.facts import FactsError, parse
from teladan.people.models import Facility, Stay, StayStatus
from teladan.people.queries import facts_of, people_inside

YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class Population:
    """`stays`, one a row of `people`. `detainees`: how many more are inside without a sentence or usable facts."""

    as_of: dt.date
    stays: Sequence[Stay]
    people: People
    others: int
    began: Any  # datetime64[D]: the day each became a convict; NaT where it is not known


def population_of(facility: Facility, as_of: dt.date) -> Population:
    """Return who is inside: convicts and children with facts that the law can use, and how many others."""
    stays, parsed, began, others = [], [], [], 0
    inside = list(people_inside(facility))
    for stay, facts in zip(inside, facts_of(inside, as_of), strict=True):
        try:
            known = None if stay.status == StayStatus.DETAINEE else parse(facts)
        except FactsError:
            known = None
        if known is None:
            others += 1
            continue
        stays.append(stay)
        parsed.append(known)
        began.append(_began(known.sentences))
    return Population(as_of, stays, from_facts(parsed), others, np.array(began, "M8[D]"))


def _began(sentences: Any) -> dt.date | None:
    final = [each.final_on for each in sentences or () if isinstance(each.final_on, dt.date)]
    return min(final) if final else None


def came_last_year(people: Population) -> Any:
    """Return which rows became convicts in the year before the day."""
    first = np.datetime64(people.as_of - YEAR, "D")
    return (people.began > first) & (people.began <= np.datetime64(people.as_of, "D"))

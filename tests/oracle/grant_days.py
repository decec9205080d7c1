"""The days on which remission is given, and the first of them that this person can have."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tests.oracle import conditions, in_force
from tests.oracle.custody import day
from tests.oracle.feasts import FEASTS
from tests.oracle.person import Person

HALF_YEAR = 180
CHILD = 90
LAST_YEAR_LOOKED_AT = 2200


def every_year(month: int, day_of_month: int, first_year: int) -> Iterator[date]:
    return (date(year, month, day_of_month) for year in range(first_year, LAST_YEAR_LOOKED_AT))


def independence_days(person: Person) -> Iterator[date]:
    """Keppres 174/1999 art 2: 17 August."""
    return every_year(8, 17, person.as_of.year)


def decade_days(person: Person) -> Iterator[date]:
    """Keppres 120/1955: 17 August of 1955, 1965 and so on."""
    return (when for when in independence_days(person) if when.year % 10 == 5)


def childrens_days(person: Person) -> Iterator[date]:
    return every_year(7, 23, person.as_of.year)


def feast_days(person: Person) -> list[date]:
    return FEASTS.get(person.who.get("religion"), [])


def granted(person: Person, *kinds: str) -> list[date]:
    return [day(grant["granted_on"]) for grant in person.grants or [] if grant["kind"] in kinds]


def past_six_months(person: Person, when: date, law_of: date) -> bool:
    """Keppres 174/1999 art 4: six months. PP 99/2012 art 34: more (U1). Children since UU 22/2022: three (U7)."""
    served = person.served(when)
    if law_of >= in_force.UU_22_2022 and person.child_on(when):
        return served > CHILD
    return served > HALF_YEAR if law_of >= in_force.PP_99_2012 else served >= HALF_YEAR


def ripe(person: Person, when: date) -> bool:
    """Everything that only time brings: six months, and one third where PP 28/2006 asks for it."""
    return past_six_months(person, when, person.as_of) and past_one_third(person, when)


def past_one_third(person: Person, when: date) -> bool:
    """While the offence is not told, the day is that of an ordinary one."""
    return not conditions.one_third_binds(person) or person.one_third is None or when >= person.one_third


def first_possible(
    person: Person, days: Iterable[date], kind: str, ripe_on: Callable[[date], bool], not_before: date | None = None
) -> date | None:
    """The first grant day from `as_of` on, before the expiry, in a year without a grant of the kind."""
    years_done = {when.year for when in granted(person, kind)}
    earliest = max(person.as_of, not_before or person.as_of)
    for when in days:
        if when >= person.expiry:
            return None
        if when >= earliest and when.year not in years_done and ripe_on(when):
            return when
    return None

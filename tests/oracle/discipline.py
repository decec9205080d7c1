"""Look-back windows: no disciplinary punishment in the months before the day; a month is 30 days."""

from collections.abc import Callable
from datetime import date, timedelta

from tests.oracle.custody import day
from tests.oracle.lengths import MONTH
from tests.oracle.person import Person
from tests.oracle.three_valued import Answer

# A punishment of that day spoils a right up to (and without) the day this gives.
Spoils = Callable[[date], date]


def months(count: int) -> Spoils:
    return lambda on: on + timedelta(days=MONTH * count)


def that_year(on: date) -> date:
    """Permenkumham 3/2018 art 67: the current year."""
    return date(on.year + 1, 1, 1)


def clear_from(person: Person, spoils: Spoils) -> date | None:
    """The first day on which every punishment known is past, and lost rights are back."""
    days = [day(v["rights_lost_until"]) for v in person.known("discipline", "on") or [] if v.get("rights_lost_until")]
    days += [spoils(day(v["on"])) for v in person.known("discipline", "on") or []]
    return max(days, default=None)


def none_within(person: Person, spoils: Spoils, when: date) -> Answer:
    if person.facts.get("discipline") is None:
        return None
    clear = clear_from(person, spoils)
    return clear is None or clear <= when

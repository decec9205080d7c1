"""Legal clocks: when a step is due. Days of the week and national holidays; no number of the law lives here."""

import datetime as dt
from functools import cache

import holidays

SATURDAY = 5


def due_after(opened_on: dt.date, days: int, day_kind: str) -> dt.date:
    """Return the last day of a limit of `days` that starts the day after `opened_on`.

    `calendar` counts every day. `working` leaves out weekends and national holidays; so does `unknown`,
    the milder reading, because no office is called late on a guess.
    """
    if day_kind == "calendar":
        return opened_on + dt.timedelta(days=days)
    day = opened_on
    while days:
        day += dt.timedelta(days=1)
        days -= is_working_day(day)
    return day


def is_working_day(day: dt.date) -> bool:
    """Return whether offices work on this day: Monday to Friday, no national holiday."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("ID", years=year))

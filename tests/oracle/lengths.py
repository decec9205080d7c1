"""Lengths of time.

A day is 24 hours, a month 30 days: old KUHP art 97. A year is the calendar year (practice, hypothesis H1).
"""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

MONTH = 30
YEAR_OF_TWELVE_MONTHS = 12 * MONTH


def parts(length: dict) -> tuple[int, int, int]:
    """Years, months, days; twelve pronounced months are one year (U3)."""
    years, months, days = (int(length.get(key) or 0) for key in ("years", "months", "days"))
    return years + months // 12, months % 12, days


def same_day_years_later(day: date, years: int) -> date:
    """29 February plus a year gives 1 March (U5)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def add(day: date, length: dict) -> date:
    """No minus one: the expiry day is the day of release."""
    years, months, days = parts(length)
    return same_day_years_later(day, years) + timedelta(days=MONTH * months + days)


def in_days(length: dict) -> int:
    """The measure in which lengths are compared: twelve months of thirty days."""
    years, months, days = parts(length)
    return YEAR_OF_TWELVE_MONTHS * years + MONTH * months + days


def in_parts(days: int) -> dict:
    """A measure of days as years of 360, months of 30 and days."""
    rest = days % YEAR_OF_TWELVE_MONTHS
    return {"years": days // YEAR_OF_TWELVE_MONTHS, "months": rest // MONTH, "days": rest % MONTH}


def fraction(part: Fraction, days: int) -> dict:
    """A threshold is rounded up to the whole day (U4)."""
    return in_parts(ceil(part * days))

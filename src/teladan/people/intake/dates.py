"""Dates as verdicts write them: `12 Pebruari 2017`, `12-02-2017`, `12 (dua belas) Februari 2017`, misspelt too."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from teladan.people.intake.near import nearest

MONTHS = {
    "januari": 1, "februari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "agustus": 8,
    "september": 9, "oktober": 10, "november": 11, "desember": 12,
}  # fmt: skip
OTHER_MONTHS = {
    "pebruari": 2, "peburari": 2, "febuari": 2, "nopember": 11, "nofember": 11, "agutus": 8, "agst": 8,
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "agus": 8, "sept": 9, "sep": 9,
    "okt": 10, "nov": 11, "nop": 11, "des": 12, "january": 1, "february": 2, "march": 3, "may": 5, "june": 6,
    "july": 7, "august": 8, "october": 10, "december": 12,
}  # fmt: skip
WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6}
OTHER_WEEKDAYS = {"jum at": 4, "jumaat": 4, "ahad": 6}
EARLIEST, LATEST = 1945, 2100

_WORDS = r"(?:(?:se(?:puluh|belas)|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(?: ?belas| ?puluh)?) ){0,2}"
DATE = rf"(?P<day>\d{{1,2}}) (?:{_WORDS})?(?:(?P<name>[a-z]{{3,10}})|(?P<month>\d{{1,2}})) ?(?P<year>\d{{4}})(?!\d)"
SHORT = rf"(?P<day>\d{{1,2}}) (?:{_WORDS})?(?P<name>[a-z]{{3,10}})\b"


@dataclass(frozen=True, slots=True)
class Found:
    """A date that stands at `begin:end` of the flat text; `date` is None when no such day exists."""

    date: dt.date | None
    begin: int
    end: int


@cache
def pattern(shape: str) -> re.Pattern[str]:
    """`shape` compiled on first use, so that a short run pays for little."""
    return re.compile(shape)


def date_at(text: str, at: int) -> Found | None:
    """Return the full date that begins exactly at `at`, or None."""
    found = pattern(DATE).match(text, at)
    return _read(found) if found else None


def date_before(text: str, end: int) -> Found | None:
    """Return the full date that ends exactly at `end`, or None."""
    found = pattern(rf"(?<!\d )\b{DATE}$").search(text, max(0, end - 60), end)
    return _read(found) if found else None


def day_and_month_before(text: str, end: int) -> tuple[int, int, int] | None:
    """(day, month, begin) of a date without its year that ends exactly at `end`, or None."""
    found = pattern(rf"(?<!\d )\b{SHORT}$").search(text, max(0, end - 60), end)
    return _short(found) if found else None


def day_and_month_at(text: str, at: int) -> tuple[int, int, int] | None:
    """(day, month, end) of a date without its year that begins exactly at `at`, or None."""
    found = pattern(SHORT).match(text, at)
    short = _short(found) if found else None
    return (short[0], short[1], found.end()) if found and short else None


def make(year: int, month: int, day: int) -> dt.date | None:
    """Return that day, or None if there is no such day."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


@lru_cache(4096)
def month_number(name: str) -> int | None:
    """1 to 12 for the name of a month, misspelt by one slip too; None if it is none or could be two."""
    exact = MONTHS.get(name) or OTHER_MONTHS.get(name)
    return exact or MONTHS.get(nearest(name, MONTHS) or "")


@lru_cache(4096)
def weekday_number(name: str) -> int | None:
    """0 (Monday) to 6 for the name of a weekday, misspelt by one slip too; None if it is none."""
    for names in (WEEKDAYS, OTHER_WEEKDAYS):
        if name in names:
            return names[name]
    return WEEKDAYS.get(nearest(name, WEEKDAYS) or "")


def _month(found: re.Match[str]) -> int | None:
    name = found["name"]
    return month_number(name) if name else int(found["month"])


def _read(found: re.Match[str]) -> Found | None:
    month, year = _month(found), int(found["year"])
    if month is None:
        return None
    date = make(year, month, int(found["day"])) if EARLIEST <= year <= LATEST else None
    return Found(date, found.start(), found.end())


def _short(found: re.Match[str]) -> tuple[int, int, int] | None:
    month = month_number(found["name"])
    return (int(found["day"]), month, found.start()) if month else None

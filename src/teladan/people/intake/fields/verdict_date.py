"""The day the verdict was pronounced, checked against the weekday that the verdict names."""

import datetime as dt
import re
from dataclasses import dataclass

from teladan.people.intake.dates import Found, date_at, pattern, weekday_number
from teladan.people.intake.fields.case_number import CaseNumber
from teladan.people.intake.reading import UNSURE, Answer, Reading

Orders = list[tuple[dt.date, dt.date]]

_DAY = (
    r"\bhari (?:ini |pada |hari )*(?P<weekday>(?:[a-z] ){3,}[a-z]|jum at|[a-z]{4,8}) "
    r"(?:tanggal|tgl|[a-z]?anggal|tangal)? ?(?=\d)"
)
_DATED = r"\b(?:tanggal|tgl|tertanggal) (?=\d)"
PRONOUNCED = r"\b(?:diucapkan|ucapkan|dibacakan)\b"
SAME_DAY = re.compile(r"\bhari (?:dan tanggal )?(?:itu|tersebut|yang sama)")


@dataclass(frozen=True, slots=True)
class Day:
    """A date in the closing, with the weekday said beside it (None: none said, -1: unreadable)."""

    found: Found
    weekday: int | None
    begin: int

    def agrees(self) -> bool:
        """Whether the weekday said is that date's."""
        return self.found.date is not None and self.weekday in {None, self.found.date.weekday()}


def read_verdict_date(reading: Reading, case: CaseNumber | None, orders: Orders) -> Answer:
    """Return the day of pronouncement, else of decision; `orders` are the detention orders (both days inclusive)."""
    days = _days(reading)
    day = _pronounced(reading, days)
    if day is None or day.found.date is None:
        return UNSURE
    if _impossible(day.found.date, case, orders):
        return UNSURE
    span = (day.begin, day.found.end)
    if day.agrees():
        return Answer(day.found.date.isoformat(), span)
    if _confirmed(day, days, orders):
        return Answer(day.found.date.isoformat(), span, note="weekday_differs")
    return UNSURE


def _days(reading: Reading) -> list[Day]:
    begin, end = reading.sections.closing
    with_weekday = [_day(reading.words, match) for match in pattern(_DAY).finditer(reading.words, begin, end)]
    days = [day for day in with_weekday if day]
    taken = {day.found.begin for day in days}
    for match in pattern(_DATED).finditer(reading.words, begin, end):
        found = date_at(reading.words, match.end())
        if found and found.begin not in taken:
            days.append(Day(found, None, match.start()))
    return sorted(days, key=lambda day: day.begin)


def _day(text: str, match: re.Match[str]) -> Day | None:
    found = date_at(text, match.end())
    if not found:
        return None
    name = match["weekday"]
    joined = name.replace(" ", "") if name.count(" ") > 1 else name
    weekday = weekday_number(joined)
    return Day(found, -1 if weekday is None else weekday, match.start())


def _pronounced(reading: Reading, days: list[Day]) -> Day | None:
    """Return the day said after `diucapkan`; without one, or with `hari itu juga`, the day of the decision."""
    if not days:
        return None
    end = reading.sections.closing[1]
    spoken = pattern(PRONOUNCED).search(reading.words, days[0].begin, end)
    later = [day for day in days if spoken and day.begin > spoken.start() and day.begin - spoken.end() < 250]
    if not spoken or not later or SAME_DAY.search(reading.words, spoken.end(), later[0].begin):
        return days[0]
    return later[0] if _not_before(later[0], days[0]) else None


def _not_before(later: Day, earlier: Day) -> bool:
    if later.found.date is None or earlier.found.date is None:
        return later.found.date is not None
    return later.found.date >= earlier.found.date


def _impossible(date: dt.date, case: CaseNumber | None, orders: Orders) -> bool:
    before_case = case is not None and date.year < case.year
    return before_case or any(date < start for start, _ in orders[:1])


def _confirmed(day: Day, days: list[Day], orders: Orders) -> bool:
    """Forgive a wrong weekday when the date is said twice, or falls inside a detention order."""
    said = [other for other in days if other.found.date == day.found.date]
    inside = any(start <= day.found.date <= end for start, end in orders if day.found.date)
    return len(said) > 1 or inside

"""Life inside of a made-up person: monthly reports, Register F, risk, programme, absences, merits."""

from collections.abc import Iterator
from datetime import date, timedelta

from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.record import Record

REPORTS_SINCE = date(2022, 1, 1)
RISK_SINCE = date(2020, 1, 1)
RISK_AGAIN = (90, 180)
LEVELS = ("low", "medium", "high")
ORIENTATION = timedelta(days=30)
LONGEST_ABSENCE = 60


def add(record: Record, as_of: date, chance: Chance) -> None:
    """Fill in the life inside of a convict until `as_of`; a detainee has none of it yet."""
    since = max(record.admitted_on, _sentenced_on(record))
    record.discipline = list(_violations(since, as_of, chance))
    record.conduct = list(_reports(since, as_of, dict(record.discipline), chance))
    record.risk = list(_assessments(since, as_of, chance))
    record.programme = _programme(since, as_of, chance)
    record.absences = _absences(since, as_of, chance)
    record.merits = list(_merits(since, as_of, chance))
    if chance.happens(assumed("illness")):
        record.illness = chance.day(since, as_of)
    record.cooperation = since if _special(record) and chance.happens(assumed("cooperation")) else None


def _sentenced_on(record: Record) -> date:
    return max((made.final_on for made in record.judgments if made.final_on), default=record.admitted_on)


def _special(record: Record) -> bool:
    return any(made.offence in {"corruption", "narcotics"} for made in record.judgments)


def _violations(since: date, as_of: date, chance: Chance) -> Iterator[tuple[date, str]]:
    for year in range(since.year, as_of.year + 1):
        day = chance.day(date(year, 1, 1), date(year, 12, 31))
        level = chance.pick(assumed("violation_level"))
        if chance.happens(assumed("violations_a_year")) and since < day <= as_of:
            yield day, level


def _reports(since: date, as_of: date, violations: dict[date, str], chance: Chance) -> Iterator[tuple[date, str]]:
    bad_months = {day.replace(day=1) for day, level in violations.items() if level != "light"}
    month = next_month(max(since, REPORTS_SINCE).replace(day=1))
    while next_month(month) <= as_of:
        rating = chance.pick(assumed("conduct"))
        yield month, "poor" if month in bad_months else rating
        month = next_month(month)


def next_month(first: date) -> date:
    """Return the first day of the month after one."""
    return (first + timedelta(days=31)).replace(day=1)


def _assessments(since: date, as_of: date, chance: Chance) -> Iterator[tuple[date, str]]:
    start = max(since, RISK_SINCE)
    day = chance.day(start, start + ORIENTATION)
    level = LEVELS.index(chance.pick(assumed("risk")))
    while day <= as_of:
        yield day, LEVELS[level]
        step = {"falls": -1, "stays": 0, "rises": 1}[chance.pick(assumed("risk_change"))]
        level = min(max(level + step, 0), len(LEVELS) - 1)
        day += timedelta(days=chance.whole(*RISK_AGAIN))


def _programme(since: date, as_of: date, chance: Chance) -> list[tuple[date, date | None]]:
    # Orientation is the first stage of the programme (PP 31/1999 art 10), so it starts on the first day.
    left = chance.day(since + ORIENTATION, as_of)
    return [(since, None if chance.happens(assumed("programme")) or left > as_of else left)]


def _absences(since: date, as_of: date, chance: Chance) -> list[tuple[date, date, str]]:
    first, last = since + 3 * ORIENTATION, as_of - 3 * ORIENTATION
    start, length = chance.day(first, last), chance.whole(2, LONGEST_ABSENCE)
    draw = chance.share()
    for reason, share in assumed("absence").items():
        if draw < share and first < last:
            return [(start, start + timedelta(days=length), reason)]
        draw -= share
    return []


def _merits(since: date, as_of: date, chance: Chance) -> Iterator[tuple[date, str]]:
    for year in range(since.year + 1, as_of.year + 1):
        day = date(year, 8, 1)
        if chance.happens(assumed("helper")) and day <= as_of:
            yield day, "helper"

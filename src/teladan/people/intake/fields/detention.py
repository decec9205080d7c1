"""The history of detention: who ordered it, from when until when (both days inclusive)."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from teladan.people.intake import dates
from teladan.people.intake.fields.authority import authority_of
from teladan.people.intake.reading import Reading

UNTIL = r"\b(?:s d|sd|sa?m?p[ap]?[ai]+(?: d[a-z]{2,6})?|samapi(?: dengan)?|hingga)\b"
LEAD = r"(?: (?:xxx|unk|dengan|sampai|pada|tanggal|tgl|tangal|tanggl|tanggai|tgi|hari))* (?=[a-z0-9])"
SINCE = r"\b(?:sejak|seak|sejka|terhitung|mulai)(?: (?:sejak|mulai|tanggal|tgl|tangal))*"
# Not law: an order said to run longer than this is read as a slip of the pen and shown to the officer.
LONGEST_ORDER = dt.timedelta(days=125)
LONGEST_HISTORY = dt.timedelta(days=3 * 366)
ONE_DAY = dt.timedelta(days=1)
NEAR = 45


@dataclass(frozen=True, slots=True)
class Order:
    """One order; `reason` says why it is not sure (None: both days are readable and agree with the rest)."""

    authority: str | None
    start: dt.date | None
    end: dt.date | None
    begin: int
    stop: int
    reason: str | None = None
    end_day: tuple[int, int] | None = None

    def doubt(self, reason: str) -> "Order":
        """Return the same order, not sure."""
        return replace(self, reason=reason)


def read_detention(reading: Reading) -> list[Order]:
    """Every order in the order of the text, the unsure ones among them."""
    text, (begin, end) = reading.words, reading.sections.detention
    orders: list[Order] = []
    at = begin
    for until in dates.pattern(UNTIL).finditer(text, begin, end):
        order = _order(text, until, at, end) if until.start() > at else None
        if order:
            orders += [*_unfinished(text, at, order.begin), order]
            at = order.stop
    orders += _unfinished(text, at, end)
    return _once(_in_sequence(_with_years(orders)))


def never_detained(reading: Reading) -> bool:
    """Say whether the verdict states that there was no detention at all."""
    denied = dates.pattern(r"\btidak (?:di ?tahan|dilakukan penahanan|pernah di ?tahan)")
    return bool(denied.search(reading.words, *reading.sections.detention))


def _order(text: str, until: re.Match[str], at: int, limit: int) -> Order | None:
    since = _since(text, until.start() - 1, at)
    start, start_begin, start_reason = _start(text, until.start() - 1, at)
    lead = dates.pattern(LEAD).match(text, until.end(), limit)
    end_at = lead.end() if lead else until.end()
    end, end_day, stop, end_reason = _end(text, end_at, limit)
    if start_begin is None and since is None:
        return None
    begin = since if since is not None else start_begin or until.start()
    authority = authority_of(text, at, begin)
    order = Order(authority, None, end, begin, stop, start_reason or end_reason, end_day)
    return _start_from(order, start)


def _since(text: str, end: int, at: int) -> int | None:
    found = list(dates.pattern(SINCE).finditer(text, max(at, end - NEAR), end))
    return found[-1].start() if found else None


StartRead = tuple[dt.date | tuple[int, int] | None, int | None, str | None]


def _start(text: str, end: int, at: int) -> StartRead:
    found = dates.date_before(text, end)
    if found and found.begin >= at:
        return found.date, found.begin, None if found.date else "impossible_date"
    short = dates.day_and_month_before(text, end)
    if short and short[2] >= at:
        return (short[0], short[1]), short[2], None
    return None, None, "no_start"


def _end(text: str, at: int, limit: int) -> tuple[dt.date | None, tuple[int, int] | None, int, str | None]:
    found = dates.date_at(text, at)
    if found and found.end <= limit:
        return found.date, None, found.end, None if found.date else "impossible_date"
    short = dates.day_and_month_at(text, at)
    if short and short[2] <= limit:
        return None, (short[0], short[1]), short[2], "no_end"
    return None, None, at - 1, "no_end"


def _start_from(order: Order, start: dt.date | tuple[int, int] | None) -> Order:
    """Return the order with its start; a start without year takes its end's (`5 Oktober s.d. 3 Desember 2018`)."""
    if isinstance(start, tuple):
        start = _year_before(start, order.end)
        if start is None:
            return order.doubt("no_start")
    return _check(replace(order, start=start))


def _year_before(day_month: tuple[int, int], end: dt.date | None) -> dt.date | None:
    if end is None:
        return None
    day, month = day_month
    same = dates.make(end.year, month, day)
    return same if same and same <= end else dates.make(end.year - 1, month, day)


def _check(order: Order) -> Order:
    if order.reason or order.start is None or order.end is None:
        return order
    if order.end < order.start:
        return order.doubt("end_before_start")
    return order.doubt("too_long") if order.end - order.start > LONGEST_ORDER else order


def _with_years(orders: list[Order]) -> list[Order]:
    """Read an end without its year only when another order begins on the day after it."""
    starts = {order.start for order in orders if order.start}
    return [_with_year(order, starts) for order in orders]


def _with_year(order: Order, starts: set[dt.date]) -> Order:
    if order.reason != "no_end" or order.start is None or order.end_day is None:
        return order
    day, month = order.end_day
    for year in (order.start.year, order.start.year + 1):
        end = dates.make(year, month, day)
        if end and end >= order.start and end < dt.date.max and end + ONE_DAY in starts:
            return _check(replace(order, end=end, reason=None))
    return order


def _unfinished(text: str, begin: int, end: int) -> list[Order]:
    """`sejak` that no readable range follows: an order cut off in the text."""
    found = dates.pattern(r"\bsejak(?: (?:tanggal|tgl))?").finditer(text, begin, end)
    return [_cut_off(text, match, begin) for match in found]


def _cut_off(text: str, match: re.Match[str], begin: int) -> Order:
    start = dates.date_at(text, match.end() + 1)
    stop = start.end if start else match.end()
    authority = authority_of(text, begin, match.start())
    return Order(authority, start.date if start else None, None, match.start(), stop, "no_end" if start else "no_start")


def _in_sequence(orders: list[Order]) -> list[Order]:
    """Doubt an order that begins before the first one, or years after it."""
    sure = [order.start for order in orders if order.reason is None and order.start]
    if not sure:
        return orders
    first = _first(sure)
    return [_doubt_stray(order, first) for order in orders]


def _first(starts: list[dt.date]) -> dt.date:
    earlier = [start for start in starts[1:] if start < starts[0]]
    return min(earlier) if len(earlier) > 1 and len(earlier) * 2 > len(starts) else starts[0]


def _doubt_stray(order: Order, first: dt.date) -> Order:
    if order.reason or order.start is None:
        return order
    stray = order.start < first or order.start - first > LONGEST_HISTORY
    return order.doubt("out_of_sequence") if stray else order


def _once(orders: list[Order]) -> list[Order]:
    """Leave out an order that is said again, under the same authority or under none."""
    seen: set[tuple[str | None, dt.date | None, dt.date | None]] = set()
    kept = []
    for order in orders:
        days = (order.start, order.end)
        again = (order.authority, *days) in seen or (order.authority is None and ("any", *days) in seen)
        if order.reason is not None or not again:
            kept.append(order)
        if order.reason is None:
            seen |= {(order.authority, *days), ("any", *days)}
    return kept

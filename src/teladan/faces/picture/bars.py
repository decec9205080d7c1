"""The stretches of a stay: served, still to serve, taken off by remission, added for unpaid fines."""

from dataclasses import dataclass
from datetime import date

from teladan.faces.picture.marks import Dates


@dataclass(frozen=True)
class Bar:
    """A stretch of days, half-open; `kind` names its look."""

    start: date
    end: date
    kind: str


def of_dates(dates: Dates, day: date) -> list[Bar]:
    """Return the stretches in order; none when start or expiry is not known."""
    start, expiry = dates.start, dates.expiry
    if start is None or expiry is None:
        return []
    now = min(max(day, start), expiry)
    bars = [
        Bar(start, now, "custody"),
        Bar(now, expiry, "remaining"),
        Bar(expiry, dates.release or expiry, "substitute"),
    ]
    off = max(expiry, dates.release or expiry)
    if dates.expiry_initial and dates.expiry_initial > off:
        bars.append(Bar(off, dates.expiry_initial, "remission"))
    return [bar for bar in bars if bar.start < bar.end]

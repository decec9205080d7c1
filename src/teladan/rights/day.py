"""The day by which the register is judged after a change: today, unless an outer act says another day.

The register tells us that a stay changed, not which day it is. This is the one place of this service that asks.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_pinned: ContextVar[dt.date | None] = ContextVar("day of judging", default=None)


def current() -> dt.date:
    """Return the pinned day, else the day it is in the prison's time zone."""
    return _pinned.get() or timezone.localdate()


def moment(as_of: dt.date) -> dt.datetime:
    """Return the time of an act judged on this day: now, or the day's beginning when it is another day than today."""
    if as_of == timezone.localdate():
        return timezone.now()
    return timezone.make_aware(dt.datetime.combine(as_of, dt.time.min))


@contextmanager
def judged_on(day: dt.date) -> Iterator[None]:
    """Judge every change made inside by this day."""
    token = _pinned.set(day)
    try:
        yield
    finally:
        _pinned.reset(token)

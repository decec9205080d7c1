"""A clock for the tests that is set, not waited for."""

import datetime as dt
from typing import Any

from django.utils import timezone

from teladan.rights.tests.world import now


class Clock:
    """Shows `at` until it is set on; each look is a microsecond later, as no two acts are at one moment."""

    def __init__(self, monkeypatch: Any, day: dt.date) -> None:
        self.at = now(day)
        monkeypatch.setattr(timezone, "now", self.look)

    def look(self) -> dt.datetime:
        self.at += dt.timedelta(microseconds=1)
        return self.at

    def set(self, day: dt.date, hour: int = 9) -> None:
        self.at = now(day, hour)

"""The counts of one officer's home page. Each is asked once, and only when a tile needs it."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from teladan.desk.home import counts
from teladan.desk.officer import facility_here
from teladan.people.models import Officer
from teladan.people.models.facility import Role
from teladan.rights import queries
from teladan.rights.queries import Home, Owed


class Numbers:
    """A case officer counts steps about own wards; everybody else those of the facility."""

    def __init__(self, officer: Officer, day: date) -> None:
        self.officer, self.day = officer, day
        self.own_wards = officer.role == Role.CASE_OFFICER

    @cached_property
    def home(self) -> Home:
        """The service's counts for the facility: three queries."""
        return queries.home(facility_here(self.officer), self.day)

    @cached_property
    def _clocks(self) -> dict[str, int]:
        return counts.clocks(self.officer, self.day)

    @property
    def late(self) -> int:
        return self._clocks["late"] if self.own_wards else self.home.overdue_total

    @property
    def due_today(self) -> int:
        return self._clocks["today"] if self.own_wards else self.home.due_today

    @cached_property
    def owed(self) -> Sequence[Owed]:
        return counts.owed(self.officer, self.day) if self.own_wards else self.home.overdue

"""The counts of one officer's home page. Each is asked once, and only when a tile needs it."""

from datetime import date
from functools import cached_property

from teladan.desk.home import counts
from teladan.desk.officer import facility_here
from teladan.people.models import Officer
from teladan.people.models.facility import Role
from teladan.rights import queries
from teladan.rights.queries import People, Steps


class Numbers:
    """A case officer counts steps about own wards; everybody else those of the facility."""

    def __init__(self, officer: Officer, day: date) -> None:
        self.officer, self.day = officer, day

    @cached_property
    def people(self) -> People:
        """Everybody inside: one query."""
        return queries.count_people(facility_here(self.officer), self.day)

    @cached_property
    def waiting(self) -> dict[str, int]:
        """Remission days to decide, verdicts to check, reports to write: one query."""
        return counts.waiting(self.officer)

    @cached_property
    def steps(self) -> Steps:
        """The open steps: one query."""
        own = self.officer if self.officer.role == Role.CASE_OFFICER else None
        return queries.count_steps(facility_here(self.officer), self.day, own)

"""What the service of rights answers. Every function needs a fixed number of queries, whatever the number of people."""

from teladan.rights.queries.calendar import Day, calendar
from teladan.rights.queries.cases import case_list, overdue_steps, steps_lying
from teladan.rights.queries.home import Home, Owed, detentions_ending, home, overstays, releases

__all__ = [
    "Day",
    "Home",
    "Owed",
    "calendar",
    "case_list",
    "detentions_ending",
    "home",
    "overdue_steps",
    "overstays",
    "releases",
    "steps_lying",
]

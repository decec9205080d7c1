"""What the service of rights answers. Every function needs a fixed number of queries, whatever the number of people."""

from teladan.rights.queries.calendar import Day, calendar
from teladan.rights.queries.cases import case_list, overdue_steps, steps_lying
from teladan.rights.queries.home import Owed, People, Steps, count_people, count_steps
from teladan.rights.queries.moves import Line, Moved, RightMoved, explained, last_move, last_move_of_right, moves
from teladan.rights.queries.past import Again, Stored, assess_as_known, rules_between, stored_before
from teladan.rights.queries.people import detentions_ending, releases

__all__ = [
    "Again",
    "Day",
    "Line",
    "Moved",
    "Owed",
    "People",
    "RightMoved",
    "Steps",
    "Stored",
    "assess_as_known",
    "calendar",
    "case_list",
    "count_people",
    "count_steps",
    "detentions_ending",
    "explained",
    "last_move",
    "last_move_of_right",
    "moves",
    "overdue_steps",
    "releases",
    "rules_between",
    "steps_lying",
    "stored_before",
]

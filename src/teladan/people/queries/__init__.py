"""What the register answers. Nothing here writes."""

from teladan.people.queries.facts import facts_of
from teladan.people.queries.history import Change, FieldChange, changes_since, history_of
from teladan.people.queries.inside import people_inside, stays_of_facility
from teladan.people.queries.known import FACT_MODELS, Known, known_on, without_history
from teladan.people.queries.search import search

__all__ = [
    "FACT_MODELS",
    "Change",
    "FieldChange",
    "Known",
    "changes_since",
    "facts_of",
    "history_of",
    "known_on",
    "people_inside",
    "search",
    "stays_of_facility",
    "without_history",
]

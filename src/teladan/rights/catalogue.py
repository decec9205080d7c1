"""Which rights there are and how each arrives: by itself, on a common day, or out of the gate."""

from django.utils.functional import lazy
from django.utils.translation import get_language

from teladan.law.criteria import REGISTRY
from teladan.law.rights import RIGHTS


def condition(criterion: str) -> str:
    """Return a condition of the law in the reader's language; its code where the law no longer knows it."""
    known = REGISTRY.get(criterion)
    return known.title["en" if (get_language() or "id").startswith("en") else "id"] if known else criterion


def _title(right: str) -> str:
    return RIGHTS[right].title["en" if (get_language() or "id").startswith("en") else "id"]


# The law's own titles, each written in the language of whoever reads it.
RIGHT_NAMES = {right: lazy(_title, str)(right) for right in RIGHTS}

# Made for everybody at once by the remission day.
ON_A_COMMON_DAY = (
    "general_remission",
    "religious_remission",
    "additional_remission",
    "decade_remission",
    "child_reduction",
)
# Opened one by one when their day approaches; each grant has a day of its own.
GRANTS_ONE_BY_ONE = ("humanitarian_remission", "late_remission")
LEAVES = (
    "assimilation",
    "home_assimilation",
    "family_leave",
    "parole",
    "pre_release_leave",
    "conditional_leave",
)
OPENING_BY_THEMSELVES = (*GRANTS_ONE_BY_ONE, *LEAVES)
# Whoever has one of these has left; a second one has no object.
LEAVING_FOR_GOOD = ("parole", "pre_release_leave", "conditional_leave", "home_assimilation")


def is_remission(right: str) -> bool:
    """Return whether granting this right shortens the term."""
    return right in ON_A_COMMON_DAY or right in GRANTS_ONE_BY_ONE

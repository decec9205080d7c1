"""Whose name is like this one: thousands of folded names compared in a few milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from teladan.people.models import Person
from teladan.people.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from teladan.people.models import Facility

ALIKE = 80  # of 100: "Yohanis" finds "Yohanes", not "Yosef"
SURE = 95  # so like that looking for parts of names would add nothing


def people_called(facility: Facility, name: str, *, most: int = 200) -> dict[int, int]:
    """Return the rank, 0 the likeliest, of up to `most` people whose name or alias is like `name`, by primary key."""
    wanted = fold(name)
    if not wanted:
        return {}
    names = dict(Person.objects.filter(facility=facility).order_by().values_list("pk", "search_key"))
    whole = _likeness(wanted, names, fuzz.token_ratio, most)
    part = {} if whole and max(whole.values()) >= SURE else _likeness(wanted, names, fuzz.partial_ratio, most)
    best = {key: max(whole.get(key, 0), part.get(key, 0) - 1) for key in whole | part}
    ranked = sorted(best, key=lambda key: (-best[key], names[key]))[:most]
    return {key: rank for rank, key in enumerate(ranked)}


def _likeness(wanted: str, names: dict[int, str], scorer: Callable[..., float], most: int) -> dict[int, float]:
    found = process.extract(wanted, names, scorer=scorer, processor=None, score_cutoff=ALIKE, limit=most)
    return {key: score for _, score, key in found}

"""Finding somebody: by a misspelt name, a register number, a room, an offence, a case number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q

from teladan.people.models import Verdict
from teladan.people.offence_words import offences_named
from teladan.people.queries.inside import people_inside, stays_of_facility
from teladan.people.queries.name_search import people_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from teladan.people.models import Facility, Stay

SHORTEST = 2


def search(facility: Facility, text: str, *, released: bool = False, limit: int = 50) -> list[Stay]:
    """Return the stays that `text` may mean, the likeliest first, with person and case officer.

    Numbers that match come first; without one, names by likeness, then everybody of an offence. `released` also looks
    among those who have left, and puts them last. Each stay says in `found_by` why it is there: `register_number`,
    `room`, `case_number`, `name`, `offence`.
    """
    words = " ".join(text.split())
    if len(words) < SHORTEST and not words.isdigit():
        return []
    stays = _inside_first(facility) if released else people_inside(facility)
    found = _by_number(stays, words, limit) if any(letter.isdigit() for letter in words) else []
    found = found or [*_by_name(facility, stays, words, limit), *_by_offence(stays, words, limit)]
    return sorted(_once(found), key=lambda stay: stay.released_on is not None)[:limit]


def _inside_first(facility: Facility) -> QuerySet[Stay]:
    return stays_of_facility(facility).order_by(F("released_on").desc(nulls_first=True), "person__name", "pk")


def _once(stays: list[Stay]) -> list[Stay]:
    first: dict[int, Stay] = {}
    for stay in stays:
        first.setdefault(stay.pk, stay)
    return list(first.values())


def _marked(stays: Iterable[Stay], because: str) -> list[Stay]:
    marked = list(stays)
    for stay in marked:
        stay.found_by = because  # type: ignore[attr-defined]
    return marked


def _by_number(stays: QuerySet[Stay], words: str, limit: int) -> list[Stay]:
    rooms = Q(room__iexact=words) | Q(room__istartswith=f"{words} ")
    rows = list(stays.filter(Q(register_number__icontains=words) | rooms)[:limit])
    registers = [stay for stay in rows if words.lower() in stay.register_number.lower()]
    others = [stay for stay in rows if stay not in registers]
    found = [*_marked(registers, "register_number"), *_marked(others, "room")]
    if "/" in words or not found:
        found += _marked(_with_verdict(stays, Q(case_number__icontains=words))[:limit], "case_number")
    return found


def _with_verdict(stays: QuerySet[Stay], condition: Q) -> QuerySet[Stay]:
    return stays.filter(pk__in=Verdict.objects.filter(condition).values("stay_id"))


def _by_name(facility: Facility, stays: QuerySet[Stay], words: str, limit: int) -> list[Stay]:
    ranks = people_called(facility, words, most=4 * limit)  # some of them may have left
    theirs = stays.filter(person_id__in=list(ranks)).order_by("-admitted_on")
    ranked = sorted(theirs, key=lambda stay: (stay.released_on is not None, ranks[stay.person_id]))
    return _marked(ranked[:limit], "name")


def _by_offence(stays: QuerySet[Stay], words: str, limit: int) -> list[Stay]:
    if not (codes := offences_named(words)):
        return []
    return _marked(_with_verdict(stays, Q(offence__in=codes))[:limit], "offence")

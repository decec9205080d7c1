"""Finding somebody: by a misspelt name, a register number, a room, an offence, a case number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from rapidfuzz import fuzz, process

from teladan.people.offence_words import offences_named
from teladan.people.queries.inside import people_inside, stays_of_facility
from teladan.people.spelling import fold

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from teladan.people.models import Facility, Stay

ALIKE = 78  # of 100: "Yohanis" finds "Yohanes", not "Yosef"
SHORTEST = 2


def search(facility: Facility, text: str, *, released: bool = False, limit: int = 50) -> list[Stay]:
    """Return the stays that `text` may mean, the likeliest first, with person and case officer.

    Numbers that match exactly come first, then names by likeness, then everybody of an offence. `released` also looks
    among those who have left. Each stay says in `found_by` why it is there: `register_number`, `room`,
    `case_number`, `name`, `offence`.
    """
    words = text.strip()
    if len(words) < SHORTEST and not words.isdigit():
        return []
    stays = stays_of_facility(facility) if released else people_inside(facility)
    found: dict[int, str] = {}
    for key, because in (*_by_number(stays, words), *_by_name(stays, words, limit), *_by_offence(stays, words)):
        found.setdefault(key, because)
        if len(found) >= limit:
            break
    return _in_order(stays, found)


def _in_order(stays: QuerySet[Stay], found: dict[int, str]) -> list[Stay]:
    rows = stays.in_bulk(list(found))
    for key, because in found.items():
        rows[key].found_by = because  # type: ignore[attr-defined]
    return [rows[key] for key in found]


def _by_number(stays: QuerySet[Stay], words: str) -> list[tuple[int, str]]:
    if not any(letter.isdigit() for letter in words):
        return []
    rooms = Q(room__iexact=words) | Q(room__istartswith=f"{words} ")
    numbers = Q(register_number__icontains=words)
    cases = Q(verdicts__case_number__icontains=words)
    found = [(stays.filter(numbers), "register_number"), (stays.filter(rooms), "room")]
    if not words.isdigit():
        found.append((stays.filter(cases), "case_number"))
    return [(key, because) for rows, because in found for key in rows.values_list("pk", flat=True)]


def _by_name(stays: QuerySet[Stay], words: str, limit: int) -> list[tuple[int, str]]:
    wanted = fold(words)
    if not wanted:
        return []
    names = dict(stays.order_by().values_list("pk", "person__search_key"))
    return [(key, "name") for _, _, key in _alike(wanted, names, limit)]


def _alike(wanted: str, names: dict[int, str], limit: int) -> list[tuple[str, float, int]]:
    found = process.extract(wanted, names, scorer=_likeness, processor=None, score_cutoff=ALIKE, limit=limit)
    return sorted(found, key=lambda match: (-match[1], match[0]))


def _likeness(wanted: str, name: str, *, score_cutoff: float | None = None) -> float:
    return fuzz.WRatio(wanted, name, score_cutoff=score_cutoff)


def _by_offence(stays: QuerySet[Stay], words: str) -> list[tuple[int, str]]:
    if not (codes := offences_named(words)):
        return []
    found = stays.filter(verdicts__offence__in=codes).distinct()
    return [(key, "offence") for key in found.values_list("pk", flat=True)]

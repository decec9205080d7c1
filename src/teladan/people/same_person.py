"""Is this somebody who is inside already? Asked before a second record is made of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from teladan.people.checks.verdict import same_case
from teladan.people.errors import Candidate
from teladan.people.models import Person, Stay, Verdict
from teladan.people.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teladan.people.models import Facility

ALIKE = 90  # of 100


def candidates(facility: Facility, person: Person, case_numbers: Iterable[str]) -> list[Candidate]:
    """Return who may be the same: the same case number or a like name and birth inside, or the same national number."""
    found: dict[int, Candidate] = {}
    for candidate in (
        *_same_case(facility, case_numbers),
        *_same_nik(facility, person),
        *_same_name(facility, person),
    ):
        found.setdefault(candidate.person.pk, candidate)
    return list(found.values())


def _same_case(facility: Facility, case_numbers: Iterable[str]) -> list[Candidate]:
    wanted = {same_case(number) for number in case_numbers if number}
    if not wanted:
        return []
    inside = Verdict.objects.filter(stay__facility=facility, stay__released_on=None)
    keys = [stay for stay, number in inside.values_list("stay_id", "case_number") if same_case(number) in wanted]
    stays = Stay.objects.select_related("person").filter(pk__in=keys)
    return [Candidate(stay.person, stay, "case_number") for stay in stays]


def _same_nik(facility: Facility, person: Person) -> list[Candidate]:
    if not person.nik:
        return []
    people = Person.objects.filter(facility=facility, nik=person.nik)
    return [Candidate(other, other.stays.order_by("-admitted_on").first(), "nik") for other in people]


def _same_name(facility: Facility, person: Person) -> list[Candidate]:
    wanted = fold(person.name)
    inside = Stay.objects.filter(facility=facility, released_on=None).order_by()
    reasons: dict[int, str] = {}
    for key, name, birth in inside.values_list("pk", "person__search_key", "person__birth_date"):
        if why := _why_same(wanted, person, name.partition("|")[0], birth):
            reasons[key] = why
    stays = Stay.objects.select_related("person").filter(pk__in=reasons)
    return [Candidate(stay.person, stay, reasons[stay.pk]) for stay in stays]


def _why_same(wanted: str, person: Person, name: str, birth: object) -> str:
    if person.birth_date is None or birth is None:
        return "same_name" if wanted == name else ""
    alike = birth == person.birth_date and fuzz.token_sort_ratio(wanted, name, score_cutoff=ALIKE)
    return "name_and_birth" if alike else ""

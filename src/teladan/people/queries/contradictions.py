"""What in the register cannot be true, stay by stay, and rows that were changed past the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teladan.people.checks import contradictions
from teladan.people.models import Stay
from teladan.people.queries.tampering import altered_rows
from teladan.people.whole import wholes_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from teladan.people.models import Facility
    from teladan.people.problems import Problem

AT_ONCE = 500  # stays in memory at a time


def contradictions_in(facility: Facility, today: dt.date) -> Iterator[tuple[Stay, Problem]]:
    """Yield each contradiction with its stay; also rows that are not as the ledger last saw them."""
    stays = list(Stay.objects.filter(facility=facility).select_related("person").order_by("pk"))
    for at in range(0, len(stays), AT_ONCE):
        part = wholes_of(stays[at : at + AT_ONCE])
        digests = altered_rows(facility, list(part.values()))
        for whole in part.values():
            for problem in [*contradictions(whole, today), *digests.get(whole.stay.pk, [])]:
                yield whole.stay, problem

"""Does each row still have the content whose digest the ledger holds? A change made past the program does not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from teladan.ledger import services as ledger
from teladan.ledger.models import Entry, Head
from teladan.people.problems import Problem, name_of, problem
from teladan.people.row_values import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teladan.people.models import Facility
    from teladan.people.models.base import Recorded
    from teladan.people.whole import Whole


def altered_rows(facility: Facility, wholes: list[Whole]) -> dict[int, list[Problem]]:
    """Return, by stay, the rows whose content is not that of their last ledger entry; rows without entry are left out.

    Rows loaded in bulk before the ledger began have no entry: nothing can be said about them.
    """
    head = Head.objects.filter(facility=facility).first()
    if head is None:
        return {}
    seen = _last_seen(facility, [name for whole in wholes for name in _subjects(whole)])
    found: dict[int, list[Problem]] = defaultdict(list)
    for whole in wholes:
        for row in _rows(whole):
            last = seen.get(name_of(row))
            if last and last != ledger.digest(head, content_of(row)):
                found[whole.stay.pk].append(_altered(row))
    return found


def _subjects(whole: Whole) -> tuple[str, str]:
    return f"stay:{whole.stay.uid}", f"person:{whole.person.uid}"


def _rows(whole: Whole) -> Iterator[Recorded]:
    yield whole.person
    yield whole.stay
    for rows in whole.rows.values():
        yield from rows


def _last_seen(facility: Facility, subjects: list[str]) -> dict[str, str]:
    entries = Entry.objects.filter(facility=facility, subject__in=subjects, action__startswith="people.")
    data: list[dict[str, Any]] = list(entries.order_by("number").values_list("data", flat=True))
    return {row["row"]: row["digest"] for row in data if "row" in row and "digest" in row}


def _altered(row: Recorded) -> Problem:
    return problem(
        row,
        "",
        "altered",
        "Isinya tidak sama dengan yang terakhir dicatat: diubah tanpa melalui program.",
        "Its content is not what was last recorded: it was changed without the program.",
    )

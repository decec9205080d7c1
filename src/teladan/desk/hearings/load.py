"""One hearing as the desk shows it: who sits, what is on the agenda, what the law has found."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from teladan.desk.access import find
from teladan.rights.models import Hearing, HearingItem
from teladan.rights.services.team import quorum_of, team_size


def hearing_of(request: HttpRequest, uid: UUID) -> Hearing:
    """Return a hearing of the officer's own facility; 404 otherwise."""
    return find(request, Hearing.objects.select_related("facility"), uid=uid)


def frame(hearing: Hearing) -> dict[str, Any]:
    """Return what every page of a hearing shows."""
    members = list(hearing.members.all())
    size = max(len(members), team_size(hearing.facility) or 0)
    return {
        "hearing": hearing,
        "members": members,
        "present": [member for member in members if member.present],
        "items": items_of(hearing),
        "size": size,
        "quorum": quorum_of(size),
        "closed": hearing.state == Hearing.State.CLOSED,
    }


def items_of(hearing: Hearing) -> list[HearingItem]:
    """Return the agenda with cases and people: one query."""
    return list(hearing.items.select_related("case__stay__person", "case__facility"))

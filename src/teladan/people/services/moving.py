"""To another room, and out."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from django.utils import timezone

from teladan.people import changes
from teladan.people.errors import Invalid
from teladan.people.models import Detention, Movement, Stay
from teladan.people.problems import Problem, problem
from teladan.people.release_kinds import RELEASE_KINDS
from teladan.people.row_values import assign
from teladan.people.services.changing import write_change
from teladan.people.services.rows import locked, refuse_stale
from teladan.people.services.writing import writing

if TYPE_CHECKING:
    import datetime as dt

    from teladan.people.models import Officer


def move_room(  # noqa: PLR0913
    stay: Stay,
    room: str,
    *,
    expected_version: int,
    actor: Officer | None,
    why: str,
    at: datetime | None = None,
    today: dt.date | None = None,
) -> Stay:
    """Move somebody to `room` and record the movement; return the stay. Moving to the same room does nothing."""
    with changes.gathered(), writing(stay.facility, actor, why, today) as act:
        current: Stay = locked(stay)
        if changed := assign(current, {"room": room.strip()}):
            refuse_stale(current, expected_version)
            write_change(act, current, changed)
            moved = Movement(stay=current, at=at or timezone.now(), kind=Movement.Kind.ROOM, room=current.room)
            act.create(moved, current)
    return current


def release(  # noqa: PLR0913
    stay: Stay,
    on: dt.date,
    kind: str,
    *,
    expected_version: int,
    actor: Officer | None,
    why: str,
    today: dt.date | None = None,
) -> Stay:
    """Let somebody go on that day; return the closed stay. `kind` is one of `release_kinds.RELEASE_KINDS`.

    Ends the custody that was open, empties the room, records the movement. Pressed twice, it releases once.
    """
    if kind not in RELEASE_KINDS:
        raise Invalid([_unknown_kind(stay, kind)])
    with changes.gathered(), writing(stay.facility, actor, why, today) as act:
        current: Stay = locked(stay)
        if current.released_on == on and current.release_kind == kind:
            return current
        refuse_stale(current, expected_version)
        _refuse_gone(current)
        for order in Detention.objects.select_for_update().filter(stay=current, end=None, start__lte=on):
            order.stay = current
            write_change(act, order, assign(order, {"end": on}))
        write_change(act, current, assign(current, {"released_on": on, "release_kind": kind, "room": ""}))
        act.create(_movement(current, on, kind), current)
    return current


def _movement(stay: Stay, on: dt.date, kind: str) -> Movement:
    now = timezone.localtime()
    at = now if on == now.date() else timezone.make_aware(datetime.combine(on, time.min))
    return Movement(stay=stay, at=at, kind=RELEASE_KINDS[kind].movement, note=kind)


def _refuse_gone(stay: Stay) -> None:
    if stay.released_on is not None:
        raise Invalid(
            [
                problem(
                    stay,
                    "released_on",
                    "already_released",
                    "Sudah keluar pada {on}. Periksa orangnya.",
                    "Released on {on} already. Check the person.",
                    on=stay.released_on,
                )
            ]
        )


def _unknown_kind(stay: Stay, kind: str) -> Problem:
    return problem(
        stay,
        "release_kind",
        "unknown_release_kind",
        "Sebab keluar {kind} tidak dikenal. Pilih salah satu: {kinds}.",
        "There is no kind of release {kind}. Choose one of: {kinds}.",
        kind=kind,
        kinds=", ".join(RELEASE_KINDS),
    )

"""Finding, locking and judging rows before they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teladan.people.checks import CHECKS, contradictions
from teladan.people.errors import Invalid, Stale
from teladan.people.models import Person, Sentence, Stay
from teladan.people.queries.history import changes_since

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from teladan.people.checks import Check
    from teladan.people.models.base import Recorded
    from teladan.people.problems import Problem
    from teladan.people.whole import Whole


def stay_of(row: Recorded) -> Stay:
    """Return the stay a row belongs to; for a person the open one, else the last."""
    if isinstance(row, Stay):
        return row
    if isinstance(row, Person):
        return row.stays.filter(released_on=None).first() or row.stays.latest("admitted_on")
    if isinstance(row, Sentence):
        return row.verdict.stay
    stay: Stay = row.stay  # type: ignore[attr-defined]
    return stay


def locked(row: Recorded) -> Any:
    """Read the row again under a lock: what it is now, not what a page once saw."""
    rows = type(row)._default_manager.select_for_update(of=("self",))  # noqa: SLF001
    return rows.select_related(*_owner(type(row))).get(pk=row.pk)


def _owner(model: type[Recorded]) -> tuple[str, ...]:
    if model is Person:
        return ("facility",)
    if model is Stay:
        return ("person", "facility")
    if model is Sentence:
        return ("verdict__stay__person",)
    return ("stay__person",)


def refuse_stale(current: Recorded, expected_version: int) -> None:
    """Raise Stale, naming who changed what, when the row is not the version the officer saw."""
    if current.version != expected_version:
        raise Stale(locked(current), changes_since(current, expected_version))


def refuse_new(before: Whole | None, after: Whole, today: dt.date, checks: Iterable[Check] = CHECKS) -> None:
    """Raise Invalid for contradictions that were not there before: an old one does not block other work."""
    found = contradictions(after, today, checks)
    if found and before is not None:
        old = {_key(wrong) for wrong in contradictions(before, today, checks)}
        found = [wrong for wrong in found if _key(wrong) not in old]
    if found:
        raise Invalid(found)


def _key(wrong: Problem) -> tuple[str, str, str]:
    return wrong.row, wrong.code, wrong.id

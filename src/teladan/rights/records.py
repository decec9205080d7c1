"""Writing rows with their history, one by one or many at once, each change one version up.

Services call these inside their transaction, after `ledger.services.lock(facility)`.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import F

from teladan.people import bulk
from teladan.people.models import Officer
from teladan.people.models.base import Recorded
from teladan.rights.errors import Stale

BATCH = 500


@dataclass(frozen=True, slots=True)
class Earlier:
    """What somebody did to a row since it was read."""

    at: dt.datetime
    who: str
    why: str


Row = TypeVar("Row", bound=Recorded)


def locked(model: type[Row], pk: int, expected_version: int) -> Row:
    """Return the row, locked until the transaction ends; Stale when it is not of `expected_version` any more."""
    row = model._default_manager.select_for_update().get(pk=pk)  # noqa: SLF001
    if row.version != expected_version:
        raise Stale(row, changes_since(row, expected_version))
    return row


def create_many(model: type[Row], rows: Sequence[Row], *, actor: Officer | None, reason: str) -> list[Row]:
    """Insert rows with a first line of history each."""
    rows = list(rows)
    bulk.insert(model, rows)
    bulk.remember(model, [row.pk for row in rows], bulk.ADDED, actor, reason)
    return rows


def set_many(model: type[Row], rows: Sequence[Row], *, actor: Officer | None, reason: str, **values: Any) -> None:
    """Give all rows the same values, in one UPDATE a batch, with a line of history each."""
    for row in rows:
        row.version += 1
        for name, value in values.items():
            setattr(row, name, value)
    set_by_key(model, [row.pk for row in rows], actor=actor, reason=reason, **values)


def set_by_key(model: type[Row], keys: Sequence[int], *, actor: Officer | None, reason: str, **values: Any) -> None:
    """Give the rows of these keys the same values without reading them: for the many steps of a remission day."""
    for batch in batches(keys):
        model._default_manager.filter(pk__in=batch).update(version=F("version") + 1, **values)  # noqa: SLF001
    bulk.remember(model, keys, bulk.CHANGED, actor, reason)


def update_many(
    model: type[Row], rows: Sequence[Row], fields: Sequence[str], *, actor: Officer | None, reason: str
) -> None:
    """Write the named fields of rows that each have values of their own, with a line of history each."""
    if rows:
        for row in rows:
            row.version += 1
        bulk.update(model, rows, [*fields, "version"])
        bulk.remember(model, [row.pk for row in rows], bulk.CHANGED, actor, reason)


def save(row: Row, *, actor: Officer | None, reason: str, **values: Any) -> None:
    """Change one row and remember it."""
    set_many(type(row), [row], actor=actor, reason=reason, **values)


def batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield slices small enough for one statement of any database."""
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def changes_since(row: Recorded, version: int) -> list[Earlier]:
    """Return what was done to a row after `version`, the newest first."""
    lines = row.history.filter(version__gt=version).select_related("history_user")
    return [Earlier(line.history_date, str(line.history_user or ""), line.history_change_reason) for line in lines]

"""Many rows at once: one statement made once, each value prepared by its field; history copied inside the database.

Django's bulk_create makes an expression of every value and a model instance of every history line, which is most of the
work of a remission day. Whoever calls this is inside a transaction and has given every row its values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from django.db.models import Field, Model

    from teladan.people.models import Officer
    from teladan.people.models.base import Recorded

KEYS_AT_ONCE = 500
ROWS_AT_ONCE = 500
ADDED, CHANGED = "+", "~"  # as django-simple-history writes them


def insert(model: type[Model], rows: Sequence[Any]) -> None:
    """Insert new rows and give each its primary key."""
    _insert(model, rows, "")


def upsert(model: type[Model], rows: Sequence[Any], unique: Sequence[str], fields: Sequence[str]) -> None:
    """Insert rows, or write the named fields where a row of the same `unique` fields is; each gets its primary key."""
    known = _fields(model)
    columns = [_column(known[name]) for name in fields]
    same = ", ".join(_column(known[name]) for name in unique)
    _insert(model, rows, f" ON CONFLICT ({same}) DO UPDATE SET " + ", ".join(f"{c} = EXCLUDED.{c}" for c in columns))


def update(model: type[Model], rows: Sequence[Any], fields: Sequence[str]) -> None:
    """Write the named fields of rows that each have values of their own."""
    known = _fields(model)
    written = [known[name] for name in fields]
    key = model._meta.pk  # noqa: SLF001
    what = ", ".join(f"{_column(found)} = %s" for found in written)
    sql = f"UPDATE {_table(model)} SET {what} WHERE {_column(key)} = %s"  # noqa: S608 - names of the model
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(*_values(row, written, add=False), row.pk) for row in rows])


def remember(model: type[Recorded], keys: Sequence[int], kind: str, actor: Officer | None, reason: str) -> None:
    """Copy the rows of these keys, as they are now, into their history, with who and why."""
    history = model.history.model
    # Nobody named: whoever sent the request, as everywhere in the history.
    actor = actor or history.get_default_history_user(None)
    own = {
        "history_date": timezone.now(),
        "history_user": actor.pk if actor else None,
        "history_change_reason": reason,
        "history_type": kind,
    }
    added = [history._meta.get_field(name) for name in own]  # noqa: SLF001
    said = [found.get_db_prep_save(value, connection) for found, value in zip(added, own.values(), strict=True)]
    copied = ", ".join(_column(found) for found in history.tracked_fields)
    into = ", ".join(_column(found) for found in added)
    key = _column(model._meta.pk)  # noqa: SLF001
    for batch in _batches(keys, KEYS_AT_ONCE):
        sql = (
            f"INSERT INTO {_table(history)} ({copied}, {into}) "  # noqa: S608 - names of the model
            f"SELECT {copied}, %s, %s, %s, %s FROM {_table(model)} WHERE {key} IN ({_places(batch)}) ORDER BY {key}"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*said, *batch])


def _insert(model: type[Model], rows: Sequence[Any], on_conflict: str) -> None:
    key = model._meta.pk  # noqa: SLF001
    fields = [found for found in model._meta.concrete_fields if found is not key]  # noqa: SLF001
    columns = ", ".join(_column(found) for found in fields)
    place = f"({_places(fields)})"
    begin = f"INSERT INTO {_table(model)} ({columns}) VALUES "  # noqa: S608 - names of the model
    for batch in _batches(rows, _rows_at_once(len(fields))):
        places = ", ".join([place] * len(batch))
        values = [value for row in batch for value in _values(row, fields, add=True)]
        with connection.cursor() as cursor:
            cursor.execute(f"{begin}{places}{on_conflict} RETURNING {_column(key)}", values)
            keys = cursor.fetchall()
        # Both databases answer in the order of the rows, as Django's own bulk_create relies on.
        for row, (found,) in zip(batch, keys, strict=True):
            row.pk = found
            row._state.adding, row._state.db = False, connection.alias  # noqa: SLF001


def _values(row: Any, fields: Iterable[Field[Any, Any]], *, add: bool) -> Iterator[Any]:
    if add:  # a row that was made before the row it belongs to was kept
        row._prepare_related_fields_for_save(operation_name="bulk insert")  # noqa: SLF001
    for found in fields:
        yield found.get_db_prep_save(found.pre_save(row, add), connection)


def _rows_at_once(width: int) -> int:
    most = connection.features.max_query_params
    return min(ROWS_AT_ONCE, most // width) if most else ROWS_AT_ONCE


def _batches(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _places(items: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(items))


def _fields(model: type[Model]) -> dict[str, Field[Any, Any]]:
    return {found.name: found for found in model._meta.concrete_fields}  # noqa: SLF001


def _column(field: Any) -> str:
    return _quoted(field.column)


def _table(model: type[Model]) -> str:
    return _quoted(model._meta.db_table)  # noqa: SLF001


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)

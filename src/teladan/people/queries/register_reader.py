"""The register read as columns: the numbers of a query as arrays, without a Python object for any of them.

The database writes each column of numbers as one long text, and NumPy reads it: as quick as Arrow's drivers on both
databases, on Django's own connection. (A second SQLite library on the same file would undo the locks of the first.)
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Answer = dict[str, Any]  # name -> int64 array, or list of texts
MISREAD: Final = 20_000_000  # a day that is none: further than any the law knows
WRONG: Final = -2  # a code that is none


@dataclass(frozen=True)
class Question:
    """`columns`: SQL by name, whole numbers that are never null, `texts` texts; `rest`: FROM, WHERE, ORDER BY."""

    columns: Mapping[str, str]
    rest: str
    texts: Sequence[str] = ()


def numbers(question: Question) -> Answer:
    """Return the columns of a question about numbers. However many rows there are, the database sends one."""
    cast, put_together = ("", "group_concat") if _is_sqlite() else ("::text", "string_agg")
    asked = ", ".join(f"{put_together}(\"{name}\"{cast}, ',')" for name in question.columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked} FROM ({_select(question)}) AS asked")  # noqa: S608 - our own names
        texts = cursor.fetchone()
    return {
        name: np.fromstring(text or "", np.int64, sep=",") for name, text in zip(question.columns, texts, strict=True)
    }


def rows(question: Question) -> Answer:
    """Return the columns of a question of which some are texts; the rows are in the order asked for."""
    with connection.cursor() as cursor:
        cursor.execute(_select(question))
        found = list(zip(*cursor.fetchall(), strict=True)) or [()] * len(question.columns)
    named = dict(zip(question.columns, found, strict=True))
    return {name: list(each) if name in question.texts else np.array(each, np.int64) for name, each in named.items()}


def _select(question: Question) -> str:
    asked = ", ".join(f'{said} AS "{name}"' for name, said in question.columns.items())
    return f"SELECT {asked} {question.rest}"


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything inside as it was at one moment, and keep nobody from writing meanwhile."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN" if _is_sqlite() else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


# SQL that both databases read -----------------------------------------------------------------------------------------


def day(column: str, empty: int) -> str:
    """A date as its day number, `empty` where there is none."""
    number = f"COALESCE(CAST(julianday({column}) - 2440587.5 AS INTEGER), {MISREAD})"
    if not _is_sqlite():
        number = f"{column} - DATE '1970-01-01'"
    return f"CASE WHEN {column} IS NULL THEN {empty} ELSE {number} END"


def code(column: str, names: Sequence[str], empty: int = WRONG) -> str:
    """A code as its place in a list, `empty` where it is an empty text."""
    whens = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(names))
    return f"CASE {column} {whens} WHEN '' THEN {empty} ELSE {WRONG} END"


def whole(column: str, empty: int = 0) -> str:
    """A whole number, `empty` where there is none."""
    return f"COALESCE({column}, {empty})"


def truth(column: str) -> str:
    """1 or 0."""
    return f"CASE WHEN {column} THEN 1 ELSE 0 END"


def uuid(column: str) -> str:
    """A UUID as text, the same on both databases."""
    plain = f"REPLACE(CAST({column} AS TEXT), '-', '')"
    parts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    return " || '-' || ".join(f"substr({plain}, {at}, {length})" for at, length in parts)

"""The register read as columns: a query's answer as arrays, without a Python object for any of its values.

Arrow's database drivers (ADBC) on a connection of their own. Everything asked for is a whole number or a text, and
never null: SQLite gives a column its type by the first rows it sees.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

Answer = dict[str, Any]  # name -> int64 array, or list of texts
MISREAD: Final = 20_000_000  # a day that is none: further than any the law knows
WRONG: Final = -2  # a code that is none


class Reader:
    """A connection of its own, in one transaction: every answer is of the same moment."""

    def __init__(self, connection: Any, *, is_sqlite: bool) -> None:
        self._connection = connection
        self._is_sqlite = is_sqlite
        if not is_sqlite:
            self._do("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def ask(self, sql: str) -> Answer:
        """Return the columns of a query by name."""
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(sql)
            found = cursor.fetch_arrow_table()
        return {name: _column(found.column(name)) for name in found.column_names}

    def _do(self, sql: str) -> None:
        with closing(self._connection.cursor()) as cursor:
            cursor.execute(sql)

    def day(self, column: str, empty: int) -> str:
        """SQL for a date as its day number, `empty` where there is none."""
        if self._is_sqlite:
            number = f"COALESCE(CAST(julianday({column}) - 2440587.5 AS INTEGER), {MISREAD})"
        else:
            number = f"{column} - DATE '1970-01-01'"
        return f"CASE WHEN {column} IS NULL THEN {empty} ELSE {number} END"


def code(column: str, names: Sequence[str], empty: int = WRONG) -> str:
    """SQL for a code as its place in a list, `empty` where it is an empty text."""
    whens = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(names))
    return f"CASE {column} {whens} WHEN '' THEN {empty} ELSE {WRONG} END"


def number(column: str, empty: int = 0) -> str:
    """SQL for a whole number, `empty` where there is none."""
    return f"COALESCE({column}, {empty})"


def truth(column: str) -> str:
    """SQL for 1 or 0."""
    return f"CASE WHEN {column} THEN 1 ELSE 0 END"


def uuid(column: str) -> str:
    """SQL for a UUID as text, the same on both databases."""
    plain = f"REPLACE(CAST({column} AS TEXT), '-', '')"
    parts = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    return " || '-' || ".join(f"substr({plain}, {at}, {length})" for at, length in parts)


@contextmanager
def reader(database: Mapping[str, Any]) -> Iterator[Reader]:
    """Open the database that these Django settings name."""
    # Only who reads a whole register needs the drivers and Arrow behind them.
    is_sqlite = database["ENGINE"].endswith("sqlite3")
    driver = import_module(f"adbc_driver_{'sqlite' if is_sqlite else 'postgresql'}.dbapi")
    with closing(driver.connect(str(database["NAME"]) if is_sqlite else _uri(database))) as connection:
        yield Reader(connection, is_sqlite=is_sqlite)


def _uri(database: Mapping[str, Any]) -> str:
    user, password = (quote(str(database[part]), safe="") for part in ("USER", "PASSWORD"))
    who = f"{user}:{password}" if password else user
    host, port = database["HOST"] or "localhost", f":{database['PORT']}" if database["PORT"] else ""
    return f"postgresql://{who}@{host}{port}/{quote(str(database['NAME']), safe='')}"


def _column(found: Any) -> NDArray[np.int64] | list[str]:
    kind = str(found.type)
    if kind in {"string", "large_string"}:
        texts: list[str] = found.to_pylist()
        return texts
    if not kind.startswith("int"):
        raise TypeError(f"expected whole numbers or texts, found {kind}")
    return np.asarray(found.to_numpy(), np.int64)

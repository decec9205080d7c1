"""The answers of a run over the register as one table of the same database, for SQL: `nation_answer`.

A copy to look at, written anew by each run in one transaction; nothing in Teladan reads it. What the desk shows is
`rights.models.Standing`, which also knows why a date moved, and is written by the night.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from django.db import connection, transaction
from pyarrow import csv

TABLE: Final = "nation_answer"
ROWS_AT_ONCE: Final = 8_192
NAMED: Final = {"date32[day]": "date", "int32": "integer", "int16": "smallint", "int64": "bigint", "string": "text"}


def keep(answers: Path) -> None:
    """Write a file of answers into the table, in place of what was there; `RIGHT_status` and so on are its columns."""
    with pq.ParquetFile(answers, pre_buffer=False) as file, transaction.atomic(), connection.cursor() as cursor:
        form = _plain(_nobody(file.schema_arrow)).schema
        columns = ", ".join(f'"{field.name}" {NAMED[str(field.type)]}' for field in form)
        cursor.execute(f'DROP TABLE IF EXISTS "{TABLE}"')
        cursor.execute(f'CREATE TABLE "{TABLE}" ({columns}, PRIMARY KEY ("id"))')
        write = _into_sqlite if connection.vendor == "sqlite" else _into_postgresql
        write(cursor, form, (_plain(batch) for batch in file.iter_batches(ROWS_AT_ONCE, use_threads=False)))


def _nobody(form: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in form], schema=form)


def _plain(batch: pa.RecordBatch) -> pa.RecordBatch:
    """A column for each part of a right; words as texts, bits as whole numbers with a sign."""
    columns: dict[str, pa.Array] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if pa.types.is_struct(column.type):
            parts = zip(column.type, column.flatten(), strict=True)
            columns |= {f"{name}_{field.name}": _value(part) for field, part in parts}
        else:
            columns[name] = _value(column)
    return pa.RecordBatch.from_pydict(columns)


def _value(column: pa.Array) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        return column.cast(pa.string())
    return column.cast(pa.int64()) if pa.types.is_uint64(column.type) else column


def _into_sqlite(cursor: Any, form: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    places = ", ".join(["?"] * len(form))
    texts = pa.schema([pa.field(f.name, pa.string() if pa.types.is_date32(f.type) else f.type) for f in form])
    for batch in batches:
        rows = zip(*(column.to_pylist() for column in batch.cast(texts).columns), strict=True)
        # The cursor beneath Django's: of thirty million values none is looked at one by one.
        cursor.cursor.connection.executemany(f'INSERT INTO "{TABLE}" VALUES ({places})', rows)  # noqa: S608


def _into_postgresql(cursor: Any, _form: pa.Schema, batches: Iterator[pa.RecordBatch]) -> None:
    with cursor.copy(f'COPY "{TABLE}" FROM STDIN (FORMAT csv)') as copy:
        for batch in batches:
            written = BytesIO()
            csv.write_csv(batch, written, csv.WriteOptions(include_header=False, quoting_style="needed"))
            copy.write(written.getvalue())

"""The answers as a table: one row a person, every date and number, and a struct for each right.

`failed` and `unknown` are bits: bit i stands for `law.CRITERIA[i]`, and the order stands in the file itself.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa

from teladan.law import LAW_VERSION
from teladan.law.assess import CRITERIA, DATES, STATUSES, Result, RightResult
from teladan.law.codes import REGISTERS
from teladan.law.conventions import Conventions
from teladan.law.rights import NAMES
from teladan.law.terms import Days

WORD: Final = pa.dictionary(pa.int8(), pa.string())
COUNTS: Final = (
    "term_days",
    "credit_days",
    "absent_days",
    "remission_days",
    "remission_lost_days",
    "substitute_days",
)
RIGHT: Final = pa.struct(
    [
        ("status", WORD),
        ("date", pa.date32()),
        ("ends", pa.date32()),
        ("length_days", pa.int32()),
        ("rung", pa.int16()),
        ("failed", pa.uint64()),
        ("unknown", pa.uint64()),
    ]
)


def schema(conventions: Conventions) -> pa.Schema:
    """Return the columns of the file, with what is needed to read the bits and to ask again later."""
    columns = [
        ("id", pa.string()),
        ("as_of", pa.date32()),
        *((name, pa.date32()) for name in DATES),
        *((name, pa.int32()) for name in COUNTS),
        ("register", WORD),
        *((name, RIGHT) for name in NAMES),
    ]
    said = {
        "teladan.criteria": json.dumps(CRITERIA),
        "teladan.law_version": LAW_VERSION,
        "teladan.conventions": json.dumps(dict(sorted(conventions.chosen.items()))),
    }
    return pa.schema(columns, metadata=said)


def table(ids: Sequence[str], as_of: Days, result: Result, form: pa.Schema) -> pa.RecordBatch:
    """Return the rows of a result; `as_of`: the day of each person."""
    time = result.timeline
    columns = [
        pa.array(ids, pa.string()),
        pa.array(as_of.astype(np.int32)).cast(pa.date32()),
        *(_dates(time[name]) for name in DATES),
        *(_numbers(time[name], pa.int32()) for name in COUNTS),
        _words(time["register"], REGISTERS),
        *(_right(result.rights[name]) for name in NAMES),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=form)


def _right(found: RightResult) -> pa.Array:
    parts = [
        _words(found.status, STATUSES),
        _dates(found.date),
        _dates(found.ends),
        _numbers(found.length_days, pa.int32()),
        _numbers(found.rung, pa.int16()),
        pa.array(found.failed),
        pa.array(found.unknown),
    ]
    return pa.StructArray.from_arrays(parts, fields=list(RIGHT))


def _dates(values: Any) -> pa.Array:
    missing = np.isnat(values)
    days = np.where(missing, 0, values.view(np.int64)).astype(np.int32)
    return pa.array(days, pa.int32(), mask=missing).cast(pa.date32())


def _numbers(values: Any, kind: pa.DataType) -> pa.Array:
    missing = values < 0
    return pa.array(values.astype(kind.to_pandas_dtype()), kind, mask=missing)


def _words(codes: Any, names: Sequence[str]) -> pa.Array:
    places = pa.array(codes.astype(np.int8), pa.int8(), mask=codes < 0)
    return pa.DictionaryArray.from_arrays(places, pa.array(names, pa.string()))


def criteria_of(metadata: Mapping[bytes, bytes]) -> list[str]:
    """Return the names of the bits that a file of answers was written with."""
    names: list[str] = json.loads(metadata[b"teladan.criteria"])
    return names

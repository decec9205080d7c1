"""The benchmark's nation as a register: rows of people's tables, written as fast as each database takes them.

The tables are Teladan's own, with every index; histories and the ledger stay empty, as the law reads neither.
"""

import io
import json
import uuid
from typing import Any

import numpy as np
import pyarrow as pa
from django.db import connection
from django.db.models import NOT_PROVIDED, Model
from pyarrow import csv

from bench.nation_people import Nation, Numbers
from teladan.law import codes
from teladan.law.terms import FAR, MONTH
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import (
    ConductReport,
    Detention,
    Discipline,
    Facility,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)

PEOPLE_A_FACILITY = 560  # some five hundred prisons hold the nation
Columns = dict[str, Any]


def fill(nation: Nation) -> None:
    """Write everybody into the empty database that Django's settings name."""
    size, one = nation.size, nation.singles
    facility = np.arange(size) // PEOPLE_A_FACILITY + 1
    keys = np.arange(1, size + 1)
    Facility.objects.bulk_create(
        Facility(pk=int(key), code=f"l{key}", name=f"Lapas {key}", place="X", regional_office="X", probation_office="X")
        for key in np.unique(facility)
    )
    who = {"sex": _words(one["sex"], codes.SEXES), "religion": _words(one["religion"], codes.RELIGIONS)}
    named = {"uid": _uuids(size), "facility_id": facility}
    text = keys.astype(str)
    _write(Person, keys, {**named, "name": text, "search_key": text, "birth_date": _dates(one["birth"]), **who})
    stay = {"person_id": keys, "status": _same("convict", size), "register_number": text}
    known = _same(json.dumps([*FACT_LISTS]), size)
    admitted = _dates(_first(nation.lists["detention"], size))
    _write(Stay, keys, {**named, **stay, "admitted_on": admitted, "known_lists": known})
    _histories(nation)
    _judgments(nation)
    _analyse()


def _histories(nation: Nation) -> None:
    for model, name, columns in (
        (Detention, "detention", lambda of: {"start": _dates(of["start"]), "end": _dates(of["end"], FAR),
                                             "place": _words(of["place"], codes.PLACES)}),
        (Remission, "remissions", lambda of: {"granted_on": _dates(of["on"]), "months": of["days"] // MONTH,
                                              "days": of["days"] % MONTH,
                                              "kind": _words(of["kind"], codes.REMISSION_KINDS)}),
        (ConductReport, "conduct", lambda of: {"month": _dates(of["on"]),
                                               "rating": _words(of["rating"], codes.RATINGS)}),
        (Discipline, "discipline", lambda of: {"on": _dates(of["on"]),
                                               "level": _words(of["level"], codes.DISCIPLINE_LEVELS)}),
        (RiskAssessment, "risk", lambda of: {"on": _dates(of["on"]), "level": _words(of["level"], codes.RISK_LEVELS)}),
        (Programme, "programme", lambda of: {"from_day": _dates(of["start"])}),
    ):  # fmt: skip
        row, of = nation.lists[name]
        _write(model, np.arange(1, row.size + 1), {"stay_id": row + 1, **columns(of)})


def _judgments(nation: Nation) -> None:
    row, of = nation.lists["sentences"]
    keys, fined = np.arange(1, row.size + 1), of["fine_state"] == 1
    articles = _same('["KUHP:363"]', row.size)
    offence = {"offence": _words(of["offence"], codes.OFFENCES), "articles": articles}
    _write(Verdict, keys, {"stay_id": row + 1, "case_number": keys.astype(str), "final_on": _dates(of["final_on"]),
                           **offence})  # fmt: skip
    money = {
        "fine_rp": pa.array(of["fine_amount"], mask=~fined),
        "fine_paid_rp": pa.array(of["fine_paid"], mask=~fined),
    }
    term = {unit: of[unit] for unit in ("years", "months", "days")}
    term |= {f"substitute_{unit}": of[f"fine_sub_{unit}"] for unit in ("months", "days")}
    _write(Sentence, keys, {"verdict_id": keys, "kind": _words(of["kind"], codes.SENTENCE_KINDS), **term, **money})


def _write(model: type[Model], keys: Numbers, columns: Columns) -> None:
    """Write rows; a field that is not given has its default."""
    given: Columns = {"id": keys, **columns}
    for field in model._meta.concrete_fields:  # noqa: SLF001
        if field.column not in given and not field.null:
            given[field.column] = _same(_default(field), len(keys))
    table, name = pa.table(given), model._meta.db_table  # noqa: SLF001
    if connection.vendor == "sqlite":
        _into_sqlite(table, name)
    else:
        _into_postgresql(table, name)


def _default(field: Any) -> Any:
    value = "" if field.default is NOT_PROVIDED else field.get_default()
    return json.dumps(value) if isinstance(value, list) else value


def _into_sqlite(table: pa.Table, name: str) -> None:
    texts = pa.schema([pa.field(f.name, pa.string() if pa.types.is_date32(f.type) else f.type) for f in table.schema])
    columns, places = (", ".join(each) for each in ([f'"{c}"' for c in table.column_names], ["?"] * table.num_columns))
    connection.ensure_connection()
    opened = connection.connection
    opened.execute("BEGIN")
    for batch in table.cast(texts).to_batches(max_chunksize=100_000):
        rows = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        opened.executemany(f'INSERT INTO "{name}" ({columns}) VALUES ({places})', rows)  # noqa: S608 - our own names
    opened.commit()


def _into_postgresql(table: pa.Table, name: str) -> None:
    columns = ", ".join(f'"{column}"' for column in table.column_names)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{name}" ({columns}) FROM STDIN (FORMAT csv)') as copy:
        for batch in table.to_batches(max_chunksize=100_000):
            written = io.BytesIO()
            csv.write_csv(batch, written, csv.WriteOptions(include_header=False, quoting_style="needed"))
            copy.write(written.getvalue())


def _analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _first(items: tuple[Numbers, dict[str, Numbers]], size: int) -> Numbers:
    row, of = items
    return of["start"][np.searchsorted(row, np.arange(size))]


def _uuids(size: int) -> list[str]:
    made = (uuid.UUID(int=key + (4 << 76) + (8 << 60)) for key in range(1, size + 1))
    return [each.hex for each in made]


def _same(value: Any, size: int) -> pa.Array:
    return pa.array([value]).take(pa.array(np.zeros(size, np.int64)))


def _words(places: Numbers, names: tuple[str, ...]) -> pa.Array:
    return pa.array(names).take(pa.array(places))


def _dates(days: Numbers, missing: int | None = None) -> pa.Array:
    empty = days == missing
    return pa.array(np.where(empty, 0, days).astype(np.int32), mask=empty).cast(pa.date32())

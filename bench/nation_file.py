"""The benchmark's nation as a Parquet file in the layout of `teladan assess-all`."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.nation_people import Items, Nation, Numbers
from teladan.exemplar.nation.arrow_people import arrow_type
from teladan.exemplar.nation.layout import FACTS
from teladan.law import codes
from teladan.law.terms import FAR, MONTH

ROWS_A_GROUP = 16_384


def write(nation: Nation, path: Path) -> None:
    """Write everybody, group by group."""
    table = pa.table({name: column for name, column in _columns(nation).items() if name in FACTS})
    pq.write_table(table, path, row_group_size=ROWS_A_GROUP, compression="zstd")


def _columns(nation: Nation) -> dict[str, pa.Array]:
    size, singles = nation.size, nation.singles
    countries = pa.array(np.full(size, "ID", object))
    person = {
        "birth_date": _dates(singles["birth"]),
        "sex": _words(singles["sex"], codes.SEXES),
        "religion": _words(singles["religion"], codes.RELIGIONS),
        "nationality": countries,
    }
    none = pa.nulls(size)
    return {
        "id": pa.array(np.arange(size)).cast(pa.string()),
        "person": _struct(person),
        **{name: _list(size, nation.lists[name], made) for name, made in LISTS.items()},
        "illness": _struct({"certified_on": none.cast(pa.date32())}),
        "pledge": _struct({"kind": none.cast(pa.string()), "on": none.cast(pa.date32())}),
        "cooperation": _struct({"on": none.cast(pa.date32())}),
    }


def _list(size: int, items: Items, made: Any) -> pa.Array:
    row, values = items
    offsets = np.zeros(size + 1, np.int32)
    np.cumsum(np.bincount(row, minlength=size), out=offsets[1:])
    return pa.ListArray.from_arrays(pa.array(offsets), made(values, row.size))


def _struct(fields: dict[str, pa.Array]) -> pa.Array:
    return pa.StructArray.from_arrays(list(fields.values()), list(fields))


def _dates(days: Numbers, missing: int | None = None) -> pa.Array:
    empty = days == missing
    return pa.array(np.where(empty, 0, days).astype(np.int32), mask=empty).cast(pa.date32())


def _words(places: Numbers, names: tuple[str, ...]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(names)).cast(pa.string())


def _months(days: Numbers) -> pa.Array:
    months, place = np.unique(days, return_inverse=True)
    texts = pa.array([str(np.datetime64(int(day), "D"))[:7] for day in months])
    return texts.take(pa.array(place)) if days.size else pa.array([], pa.string())


def _detention(of: dict[str, Numbers], _size: int) -> pa.Array:
    place = _words(of["place"], codes.PLACES)
    return _struct({"start": _dates(of["start"]), "end": _dates(of["end"], FAR), "place": place})


def _sentences(of: dict[str, Numbers], size: int) -> pa.Array:
    fined = of["fine_state"] == 1
    substitute = _struct({"months": pa.array(of["fine_sub_months"]), "days": pa.array(of["fine_sub_days"])})
    money = {
        "amount_rp": pa.array(of["fine_amount"], mask=~fined),
        "substitute": pa.StructArray.from_arrays(substitute.flatten(), ["months", "days"], mask=pa.array(~fined)),
        "paid_rp": pa.array(of["fine_paid"], mask=~fined),
    }
    for_life = of["term_known"] == 0
    term = [pa.array(of[name]) for name in ("years", "months", "days")]
    return _struct(
        {
            "final_on": _dates(of["final_on"]),
            "kind": _words(of["kind"], codes.SENTENCE_KINDS),
            "term": pa.StructArray.from_arrays(term, ["years", "months", "days"], mask=pa.array(for_life)),
            "offence": _words(of["offence"], codes.OFFENCES),
            "articles": pa.array([["KUHP:363"]] * size, pa.list_(pa.string())),
            "fine": _struct(money),
            "restitution": _struct({"amount_rp": pa.nulls(size, pa.int64())}),
        }
    )


def _remissions(of: dict[str, Numbers], _size: int) -> pa.Array:
    months, days = np.divmod(of["days"], MONTH)
    term = _struct({"months": pa.array(months), "days": pa.array(days)})
    kind = _words(of["kind"], codes.REMISSION_KINDS)
    return _struct({"kind": kind, "granted_on": _dates(of["on"]), "term": term})


def _discipline(of: dict[str, Numbers], _size: int) -> pa.Array:
    return _struct({"on": _dates(of["on"]), "level": _words(of["level"], codes.DISCIPLINE_LEVELS)})


def _nothing(name: str) -> Any:
    return lambda _of, _size: pa.array([], arrow_type(FACTS[name].item))


LISTS = {
    "detention": _detention,
    "sentences": _sentences,
    "absences": _nothing("absences"),
    "remissions": _remissions,
    "conduct": lambda of, _: _struct({"month": _months(of["on"]), "rating": _words(of["rating"], codes.RATINGS)}),
    "discipline": _discipline,
    "risk": lambda of, _: _struct({"on": _dates(of["on"]), "level": _words(of["level"], codes.RISK_LEVELS)}),
    "programme": lambda of, _: _struct({"from": _dates(of["start"])}),
    "merits": _nothing("merits"),
}

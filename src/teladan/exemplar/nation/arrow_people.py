"""A batch of rows in Arrow's columns as the law's columns of people, without making anything of a single row.

A row of which not everything is plain is read by itself (`law.facts.parse`): it is refused in the law's own words,
or it joins the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from teladan.exemplar.nation import arrow_values as read
from teladan.exemplar.nation.arrow_values import Values, child, there
from teladan.exemplar.nation.chunk import Chunk, Row, chunk
from teladan.exemplar.nation.layout import DAY, FACTS, ID, Group, Many
from teladan.exemplar.nation.row_facts import contract
from teladan.law import codes as law_codes
from teladan.law.columns import LISTS, People, from_arrays
from teladan.law.sentence import LIFE
from teladan.law.terms import FAR, MONTH, NONE, YEAR, Days, Flags

PARTS: Final = ("years", "months", "days")
Columns = dict[str, Values]


@dataclass(frozen=True)
class Items:
    """The items of one list of all rows, end to end: `row` says whose each is."""

    row: Days
    values: pa.Array
    known: Flags
    broken: Days  # rows with an item that is nothing

    @property
    def size(self) -> int:
        return len(self.values)

    def of(self, name: str) -> pa.Array | None:
        return child(self.values, name)


def read_batch(batch: pa.RecordBatch, first: int, day: int) -> Chunk:
    """Return the people of a batch whose first row has this number; who has no `as_of` is assessed on `day`."""
    rows = {name: batch.column(name) for name in batch.schema.names}
    size = batch.num_rows
    people, broken = _people(rows, size)
    known_id = there(rows[ID], size)
    broken |= ~known_id
    as_of = read.days(rows.get("as_of"), size, day)
    broken |= as_of == NONE
    ids = pc.fill_null(rows[ID].cast(pa.string()), "").to_pylist()
    return chunk(ids, first, as_of, people, broken, lambda odd: [_row(batch, row) for row in odd.tolist()])


def _row(batch: pa.RecordBatch, row: int) -> Row:
    """One row by itself. Dates are read as texts: Arrow's may lie outside the years that Python knows."""
    one = batch.slice(row, 1)
    texts = pa.schema([pa.field(field.name, _textual(field.type)) for field in one.schema])
    values: Mapping[str, Any] = one.cast(texts).to_pylist()[0]
    return Row(values[ID] is not None, lambda: contract(values))


def _textual(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(_textual(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, _textual(field.type)) for field in kind])
    return pa.string() if pa.types.is_date32(kind) or pa.types.is_dictionary(kind) else kind


def _people(rows: Mapping[str, pa.Array], size: int) -> tuple[People, Flags]:
    """The columns, and which rows cannot be told from them."""
    broken = np.zeros(size, np.bool_)
    lists, known = {}, {}
    for name in LISTS:
        items = _items(rows.get(name), size)
        broken[items.broken] = True
        lists[name] = (items.row, READ[name](items))
        known[name] = items.known
    sentences = lists["sentences"]
    broken[sentences[0][sentences[1].pop("broken") > 0]] = True
    return from_arrays(size, _singles(rows, size), lists, known), broken


def _items(values: pa.Array | None, size: int) -> Items:
    nobody = np.empty(0, np.int64)
    if values is None or pa.types.is_null(values.type):
        return Items(nobody, pa.nulls(0), np.zeros(size, np.bool_), nobody)
    counts = pc.fill_null(pc.list_value_length(values), 0).to_numpy(zero_copy_only=False)
    row, flat = np.repeat(np.arange(size), counts), values.flatten()
    return Items(row, flat, there(values, size), row[~there(flat, len(flat))])


def _singles(rows: Mapping[str, pa.Array], size: int) -> Columns:
    person = rows.get("person", pa.nulls(size))
    found = {
        "birth": read.days(child(person, "birth_date"), size, NONE),
        "sex": read.codes(child(person, "sex"), size, law_codes.SEXES, -1),
        "religion": read.codes(child(person, "religion"), size, law_codes.RELIGIONS, -1),
        "citizen": read.citizens(child(person, "nationality"), size),
    }
    # A birth that cannot be read must not look like one that is not known.
    found["birth"] = np.where((found["birth"] == NONE) & there(child(person, "birth_date"), size), FAR, found["birth"])
    found |= _letter(rows.get("illness"), "illness", "certified_on", size)
    found |= _letter(rows.get("pledge"), "pledge", "on", size, law_codes.PLEDGE_KINDS)
    found |= _letter(rows.get("cooperation"), "cooperation", "on", size)
    return found | _leave(rows.get("on_leave"), size)


def _letter(values: pa.Array | None, name: str, on: str, size: int, kinds: tuple[str, ...] | None = None) -> Columns:
    """A letter: not known where empty, known to be none where every field of it is."""
    values = pa.nulls(size) if values is None else values
    day, kind = child(values, on), child(values, "kind")
    state = np.where(there(values, size), (there(day, size) | there(kind, size)).astype(np.int64), -1)
    found = {f"{name}_state": state, f"{name}_on": np.where(state == 1, read.days(day, size, NONE), FAR)}
    if kinds is not None:
        found[f"{name}_kind"] = np.where(state == 1, read.codes(kind, size, kinds), -1)
    return found


def _leave(values: pa.Array | None, size: int) -> Columns:
    values = pa.nulls(size) if values is None else values
    kind, since = child(values, "kind"), child(values, "from")
    on_leave = there(kind, size) | there(since, size)
    return {
        "leave_kind": np.where(on_leave, read.codes(kind, size, law_codes.LEAVES), -1),
        "leave_from": np.where(on_leave, read.days(since, size, NONE), FAR),
    }


def _detention(items: Items) -> Columns:
    return {
        "start": read.days(items.of("start"), items.size, NONE),
        "end": read.days(items.of("end"), items.size, FAR),
        "place": read.codes(items.of("place"), items.size, law_codes.PLACES, 0),
        "authority": read.codes(items.of("authority"), items.size, law_codes.AUTHORITIES, -1),
    }


def _absences(items: Items) -> Columns:
    reason = read.codes(items.of("reason"), items.size, law_codes.ABSENCE_REASONS)
    return {**_period(items), "reason": reason}


def _period(items: Items) -> Columns:
    start, until = read.days(items.of("from"), items.size, NONE), read.days(items.of("until"), items.size, FAR)
    return {"start": start, "until": until}


def _remissions(items: Items) -> Columns:
    years, months, days = _term(items.of("term"), items.size)
    usable = (years >= 0) & (months >= 0) & (days >= 0)
    return {
        "on": read.days(items.of("granted_on"), items.size, NONE),
        "kind": read.codes(items.of("kind"), items.size, law_codes.REMISSION_KINDS),
        "days": np.where(usable, YEAR * years + MONTH * months + days, 0),
        "late_for": read.codes(items.of("late_for"), items.size, law_codes.LATE_FOR, -1),
    }


def _conduct(items: Items) -> Columns:
    month = read.months(items.of("month"), items.size)
    return {"on": month, "rating": read.codes(items.of("rating"), items.size, law_codes.RATINGS)}


def _discipline(items: Items) -> Columns:
    until = read.days(items.of("rights_lost_until"), items.size, -FAR)
    return {**_coded(items, "level", law_codes.DISCIPLINE_LEVELS), "until": until}


def _coded(items: Items, name: str, names: tuple[str, ...]) -> Columns:
    return {"on": read.days(items.of("on"), items.size, NONE), name: read.codes(items.of(name), items.size, names)}


def _sentences(items: Items) -> Columns:
    size = items.size
    final, not_final = items.of("final_on"), items.of("not_final")
    dated = there(final, size)
    open_still = np.zeros(size, np.bool_) if not_final is None else _true(not_final)
    kind = read.codes(items.of("kind"), size, law_codes.SENTENCE_KINDS, -1)
    term = items.of("term")
    years, months, days = _term(term, size)
    return {
        "final_on": read.days(final, size, -FAR),
        "final_state": np.where(dated, 1, np.where(open_still, 0, -1)),
        "broken": (dated & open_still).astype(np.int64),
        "kind": kind,
        "years": years,
        "months": months,
        "days": days,
        "term_known": (_some(term, size) & (kind < LIFE)).astype(np.int64),
        "offence": read.codes(items.of("offence"), size, law_codes.OFFENCES, -1),
        "articles": read.article_bits(items.of("articles"), size),
        **_money(items.of("fine"), "fine", size),
        **_money(items.of("restitution"), "restitution", size),
    }


def _true(values: pa.Array) -> Flags:
    if pa.types.is_null(values.type):
        return np.zeros(len(values), np.bool_)
    return pc.fill_null(values, fill_value=False).to_numpy(zero_copy_only=False)


def _money(values: pa.Array | None, name: str, size: int) -> Columns:
    values = pa.nulls(size) if values is None else values
    amount, paid, substitute = child(values, "amount_rp"), child(values, "paid_rp"), child(values, "substitute")
    some = there(amount, size) | there(paid, size) | _some(substitute, size)
    found = {f"{name}_sub_{part}": column for part, column in zip(PARTS, _term(substitute, size), strict=True)}
    return found | {
        f"{name}_state": np.where(there(values, size), some.astype(np.int64), -1),
        f"{name}_amount": np.where(some, read.whole(amount, size, -1), 0),
        f"{name}_paid": np.where(some, read.whole(paid, size, -1), 0),
    }


def _term(values: pa.Array | None, size: int) -> tuple[Values, ...]:
    values = pa.nulls(size) if values is None else values
    return tuple(read.whole(child(values, part), size, 0) for part in PARTS)


def _some(values: pa.Array | None, size: int) -> Flags:
    """Where a length has any part."""
    found = np.zeros(size, np.bool_)
    for part in PARTS if values is not None else ():
        found |= there(child(values, part), size)
    return found


READ: Final = {
    "detention": _detention,
    "sentences": _sentences,
    "absences": _absences,
    "remissions": _remissions,
    "conduct": _conduct,
    "discipline": _discipline,
    "risk": lambda items: _coded(items, "level", law_codes.RISK_LEVELS),
    "programme": _period,
    "merits": lambda items: _coded(items, "kind", law_codes.MERITS),
}


def schema() -> pa.Schema:
    """Return the layout as an Arrow schema: dates as dates."""
    return pa.schema([pa.field(name, arrow_type(known)) for name, known in FACTS.items()])


def arrow_type(known: Any) -> pa.DataType:
    """Return the Arrow type of a part of the layout."""
    if isinstance(known, Many):
        return pa.list_(arrow_type(known.item))
    if isinstance(known, Group):
        return pa.struct([pa.field(name, arrow_type(each)) for name, each in known.fields.items()])
    return {DAY: pa.date32(), "whole": pa.int64(), "flag": pa.bool_()}.get(known, pa.string())

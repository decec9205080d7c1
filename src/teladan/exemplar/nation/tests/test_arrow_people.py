"""Arrow's columns become the people that `facts.parse` makes of them one by one, or are refused as it refuses them."""

import datetime as dt

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teladan.exemplar.nation.arrow_people import read_batch, schema
from teladan.exemplar.nation.tests.drawn import PEOPLE
from teladan.exemplar.nation.tests.tables import batch
from teladan.law.columns import LISTS, SINGLES, from_facts
from teladan.law.facts import FactsError, parse
from teladan.law.terms import day_of

DAY = day_of(dt.date(2026, 11, 24))


def one_by_one(people):
    """What the law says of each by itself: usable rows, and (row, field, message) of the others."""
    usable, refused = [], []
    for row, facts in enumerate(people):
        try:
            usable.append((row, parse(facts)))
        except FactsError as wrong:
            refused.append((row, wrong.field, wrong.message))
    return usable, refused


def assert_same(people, expected):
    assert people.size == expected.size
    for name in SINGLES:
        assert people.singles[name].tolist() == expected.singles[name].tolist(), name
    for name, columns in LISTS.items():
        ours, theirs = people.lists[name], expected.lists[name]
        assert ours.known.tolist() == theirs.known.tolist(), name
        assert ours.offsets.tolist() == theirs.offsets.tolist(), name
        for column in columns:
            assert ours.columns[column].tolist() == theirs.columns[column].tolist(), (name, column)


def assert_read_alike(people, found):
    usable, refused = one_by_one(people)
    assert [(each.row, each.field, each.error) for each in found.refused] == refused
    assert found.rows == [row for row, _ in usable]
    assert found.as_of.tolist() == [day_of(facts.as_of) if facts.as_of else DAY for _, facts in usable]
    assert_same(found.people, from_facts([facts for _, facts in usable]))


@settings(max_examples=300)
@given(st.lists(PEOPLE, max_size=4))
def test_columns_and_rows_agree(people):
    assert_read_alike(people, read_batch(batch(people), 0, DAY))


@settings(max_examples=60)
@given(st.lists(PEOPLE, min_size=1, max_size=4))
def test_it_does_not_matter_how_arrow_writes_a_text_or_where_a_batch_begins(people):
    """Large texts, large lists and a slice of a longer batch say the same."""
    whole = batch([{}, *people, {}])
    coded = whole.cast(pa.schema([pa.field(each.name, coded_type(each.type)) for each in whole.schema]))
    found = read_batch(coded.slice(1, len(people)), 0, DAY)
    assert_read_alike(people, found)


def coded_type(kind):
    if pa.types.is_list(kind):
        return pa.large_list(coded_type(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(each.name, coded_type(each.type)) for each in kind])
    return pa.large_string() if pa.types.is_string(kind) else kind


def test_most_people_are_read_without_looking_at_each(monkeypatch):
    """The quick way is the way: a plain row never comes to be read by itself."""
    monkeypatch.setattr("teladan.exemplar.nation.arrow_people._row", None)
    plain = {"sentences": [{"kind": "prison", "term": {"years": 5}, "final_on": "2024-08-01"}], "absences": []}
    assert read_batch(batch([plain, {}]), 0, DAY).people.size == 2


def test_days_that_python_does_not_know_are_refused_and_not_lost():
    far = pa.array([4_000_000], pa.int32()).cast(pa.date32())  # the year 12921
    person = pa.StructArray.from_arrays([far], ["birth_date"])
    found = read_batch(pa.RecordBatch.from_arrays([pa.array(["a"]), person], ["id", "person"]), 7, DAY)
    assert [(each.row, each.field) for each in found.refused] == [(7, "person.birth_date")]


def test_a_row_without_an_id_and_an_item_that_is_nothing_are_refused():
    rows = [{"id": None}, {"id": "b", "risk": [None]}, {"id": "c", "sentences": [{"articles": [None]}]}]
    found = read_batch(pa.RecordBatch.from_pylist(rows, schema=schema()), 0, DAY)
    assert [(each.id, each.field) for each in found.refused] == [
        ("", "id"),
        ("b", "risk[0]"),
        ("c", "sentences[0].articles[0]"),
    ]


def test_final_and_not_final_at_once_is_refused():
    rows = [{"id": "a", "sentences": [{"final_on": dt.date(2024, 1, 1), "not_final": True}]}]
    found = read_batch(pa.RecordBatch.from_pylist(rows, schema=schema()), 0, DAY)
    assert [each.field for each in found.refused] == ["sentences[0].not_final"]


@pytest.mark.parametrize("kind", [pa.string(), pa.date32()])
def test_dates_may_be_texts(kind):
    day = pa.array(["2024-08-01"]).cast(kind)
    period = pa.StructArray.from_arrays([day], ["from"])
    programme = pa.ListArray.from_arrays(pa.array([0, 1], pa.int32()), period)
    found = read_batch(pa.RecordBatch.from_arrays([pa.array(["a"]), programme], ["id", "programme"]), 0, DAY)
    assert found.people.lists["programme"].columns["start"].tolist() == [day_of(dt.date(2024, 8, 1))]
    assert np.array_equal(found.people.lists["programme"].known, [True])

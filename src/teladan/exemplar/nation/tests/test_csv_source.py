"""A CSV file says what the contract's JSON says: every path, null and empty lists, refused row by row."""

import csv
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teladan.exemplar.nation.csv_source import CsvSource
from teladan.exemplar.nation.layout import UnusableError
from teladan.exemplar.nation.tests.drawn import PEOPLE
from teladan.exemplar.nation.tests.test_arrow_people import assert_read_alike
from teladan.law.terms import day_of

DAY = day_of(dt.date(2026, 11, 24))


def cells(facts, path=""):
    """The facts as {dotted path: text}. What a cell cannot say (an empty text, an empty object) is not asked."""
    if isinstance(facts, dict):
        return {k: v for name, each in facts.items() for k, v in cells(each, f"{path}.{name}".lstrip(".")).items()}
    if isinstance(facts, list):
        items = {k: v for place, each in enumerate(facts) for k, v in cells(each, f"{path}.{place}").items()}
        return items if facts else {path: "[]"}
    return {path: "null" if facts is None else str(facts)}


def write(path, rows):
    names = list(dict.fromkeys(["id", *(name for row in rows for name in row)]))
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


def sayable(facts):
    """Whether cells can say the same: no empty text, no object or list item with nothing in it."""
    if isinstance(facts, dict):
        return bool(facts) and all(map(sayable, facts.values()))
    if isinstance(facts, list):
        return all(map(sayable, facts))
    return facts not in {"", "null"} and (not isinstance(facts, str) or facts.isprintable())


def all_sayable(facts):
    return sayable([*facts.values()])


@settings(max_examples=100)
@given(st.lists(PEOPLE, max_size=4))
def test_cells_and_json_agree(tmp_path_factory, people):
    people = [facts for facts in people if all_sayable(facts)]
    path = tmp_path_factory.mktemp("csv") / "people.csv"
    write(path, [{"id": f"p{place}", **cells(facts)} for place, facts in enumerate(people)])
    chunks = [stretch.read() for stretch in CsvSource(path, DAY).stretches({})]
    for chunk in chunks:  # one, or none of nobody
        assert_read_alike(people, chunk)
    assert len(chunks) == bool(people)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("name", "id: the column is missing"),
        ("id,id", "two columns"),
        ("id,persom.sex", "persom.sex: no such column; after the start one of these is expected: id, as_of, person"),
        ("id,detention.start", "after detention a number is expected"),
        ("id,detention.0.begin", "after detention.0 one of these is expected: start, end, place, authority"),
        ("id,person.sex.x", "nothing more is expected"),
        ("id,sentences.0.not_final", "no such column"),
        ("", "id: the column is missing"),
    ],
)
def test_a_column_that_is_none_is_named_before_anything_is_read(tmp_path, header, said):
    path = tmp_path / "people.csv"
    path.write_text(f"{header}\n", encoding="utf-8")
    with pytest.raises(UnusableError, match=said):
        CsvSource(path, DAY)


def read(tmp_path, text):
    path = tmp_path / "people.csv"
    path.write_bytes(text)
    return next(CsvSource(path, DAY).stretches({})).read()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (b"a,1961-03-02,,low,extra", ""),
        (b"a,1961-03-02,[],low", "risk.0.level"),
        (b"a,1961-03-02", ""),
        (b",1961-03-02,,", "id"),
        (b"\xff,1961-03-02,,", "id"),
        (b"a,02/03/1961,,", "person.birth_date"),
        (b"a,,[],low", "risk.0.level"),
        (b"a,,no,", "risk"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_and_the_others_go_on(tmp_path, row, field):
    header = b"id,person.birth_date,risk,risk.0.level\n"
    chunk = read(tmp_path, header + b"first,1961-03-02,[],\n" + row + b"\nlast,,,\n")
    assert chunk.ids == ["first", "last"]
    assert [(each.row, each.field) for each in chunk.refused] == [(1, field)]


def test_items_close_up_where_a_number_is_left_empty(tmp_path):
    chunk = read(tmp_path, b"id,programme.0.from,programme.7.from\na,,2024-08-01\n")
    assert chunk.people.lists["programme"].offsets.tolist() == [0, 1]

"""People straight from arrays: the same as from facts, and what is refused."""

import datetime as dt

import numpy as np
import pytest

from teladan.law.assess import assess_many
from teladan.law.columns import from_arrays, joined
from teladan.law.ragged import last_until
from teladan.law.terms import FAR, day_of


def day(text):
    return day_of(dt.date.fromisoformat(text))


def everyone(size=3):
    zero = np.zeros(size, np.int64)
    rows = np.arange(size)
    return from_arrays(
        size,
        {"birth": np.array(["1985-03-02"] * size, "M8[D]"), "religion": zero + 1, "citizen": zero + 1,
         "illness_state": zero},
        {
            "detention": (rows, {"start": zero + day("2024-02-11"), "end": zero + FAR}),
            "sentences": (
                rows,
                {
                    "final_on": np.array(["2024-08-01"] * size, "M8[D]"), "final_state": zero + 1, "kind": zero,
                    "years": zero + 5, "months": zero + 6, "offence": zero + 10, "fine_state": zero,
                    "restitution_state": zero,
                },
            ),
            "absences": (zero[:0], {}),
            "remissions": (rows[:1], {"on": np.array([day("2025-08-17")]), "kind": zero[:1], "days": zero[:1] + 60}),
            "conduct": (rows, {"on": zero + day("2026-10-01"), "rating": zero + 1}),
            "discipline": (zero[:0], {}),
            "risk": (rows, {"on": zero + day("2026-06-01"), "level": zero}),
            "programme": (rows, {"start": zero + day("2024-03-01")}),
        },
    )  # fmt: skip


def test_the_same_as_from_facts(base):
    base |= {
        "as_of": "2026-11-24",
        "remissions": [{"kind": "general", "granted_on": "2025-08-17", "term": {"months": 2}}],
    }
    base |= {"conduct": [{"month": "2026-10", "rating": "good"}], "risk": [{"on": "2026-06-01", "level": "low"}]}
    del base["merits"], base["pledge"], base["cooperation"]
    base["sentences"][0]["articles"] = []
    base["person"].pop("sex")
    found = assess_many(everyone(), dt.date(2026, 11, 24))
    assert found.explain(0) == assess_many([base], dt.date(2026, 11, 24)).explain(0)
    assert found.timeline["expiry"].astype(str).tolist() == ["2029-06-11", "2029-08-10", "2029-08-10"]


def test_many_chunks_are_the_same_as_one(monkeypatch):
    whole = assess_many(everyone(50), dt.date(2026, 11, 24))
    monkeypatch.setattr("teladan.law.assess.CHUNK", 7)
    parts = assess_many(everyone(50), dt.date(2026, 11, 24))
    for name, right in whole.rights.items():
        assert (right.status == parts.rights[name].status).all()
        assert (right.failed == parts.rights[name].failed).all()


@pytest.mark.parametrize(
    ("singles", "lists", "says"),
    [
        ({"birth": np.array(["NaT"] * 2, "M8[D]")}, {}, None),
        ({"illness_on": np.array(["2020-01-01", "NaT"], "M8[D]")}, {}, "NaT"),
        ({"colour": np.zeros(2)}, {}, "expected whole numbers"),
        ({"colour": np.zeros(2, int)}, {}, "unknown columns"),
        ({"religion": np.zeros(3, int)}, {}, "expected 2 values"),
        ({}, {"absences": ([2], {"start": [0]})}, "outside 0 to 1"),
        ({}, {"absences": ([-1], {"start": [0]})}, "outside 0 to 1"),
        ({}, {"absences": ([0], {"begin": [0]})}, "unknown columns"),
        ({}, {"absences": ([0], {"start": np.array(["NaT"], "M8[D]")})}, "NaT"),
    ],
)
def test_what_is_refused(singles, lists, says):
    if says is None:  # a birth date may be missing: it is then not known
        assert len(from_arrays(2, singles, lists)) == 2
        return
    with pytest.raises(ValueError, match=says):
        from_arrays(2, singles, lists)


def test_narrow_integers_are_widened():
    people = from_arrays(1, {"religion": np.array([1], np.int8)})
    assert people.singles["religion"].dtype == np.int64


def test_nobody():
    result = assess_many([], dt.date(2026, 11, 24))
    assert len(result) == 0
    assert result.rights["parole"].status.size == 0


def test_a_list_may_be_known_for_some_only():
    given = {"absences": ([1], {"start": [day("2024-02-11")], "reason": [1]})}
    people = from_arrays(3, None, given, known={"absences": np.array([True, True, False])})
    assert people.lists["absences"].known.tolist() == [True, True, False]
    assert people.lists["absences"].offsets.tolist() == [0, 0, 1, 1]


def test_items_are_put_in_order_by_person_and_date_and_sentences_by_person_only():
    people = from_arrays(
        2, None, {"conduct": ([1, 0, 1], {"on": [9, 5, 3]}), "sentences": ([1, 0, 1], {"years": [9, 5, 3]})}
    )
    assert people.lists["conduct"].columns["on"].tolist() == [5, 3, 9]
    assert people.lists["sentences"].columns["years"].tolist() == [5, 9, 3]


def test_people_joined_are_people_one_after_another():
    whole = everyone(5)
    again = joined([whole.rows(0, 2), whole.rows(2, 5)])
    assert again.size == 5
    for name, column in whole.singles.items():
        assert (column == again.singles[name]).all()
    for name, lists in whole.lists.items():
        assert (lists.offsets == again.lists[name].offsets).all()
        assert all((column == again.lists[name].columns[c]).all() for c, column in lists.columns.items())


def test_the_last_item_until_a_day():
    people = from_arrays(3, None, {"conduct": ([0, 0, 2, 2], {"on": [3, 7, 8, 9]})})
    conduct = people.lists["conduct"]
    assert last_until(conduct, "on", 8).tolist() == [1, -1, 2]
    assert last_until(conduct, "on", 2).tolist() == [-1, -1, -1]
    assert last_until(conduct.rows(1, 3), "on", 9).tolist() == [-1, 1]


@pytest.mark.parametrize("rows", [[0, 1], [1, 2], [2, 0]])
def test_persons_taken_are_those_persons(rows):
    whole = everyone(3)
    taken = whole.take(np.array(rows))
    for place, row in enumerate(rows):
        assert taken.lists["remissions"].rows(place, place + 1).offsets.tolist() == (
            whole.lists["remissions"].rows(row, row + 1).offsets.tolist()
        )

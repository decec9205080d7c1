"""Notes: an unconfirmed rule that changed the outcome is named."""

import pytest

from teladan.law.assess import assess


def codes(facts, **more):
    return {note["code"] for note in assess({**facts, **more})["notes"]}


def test_nothing_to_note(base):
    assert codes(base, as_of="2025-06-01") <= {"unconfirmed", "decade_sources"}


def test_an_unconfirmed_rule_is_named_where_it_matters(base):
    base["absences"] = [{"from": "2026-10-01", "until": "2026-10-05", "reason": "escape"}]
    notes = [note for note in assess(base)["notes"] if note["code"] == "unconfirmed"]
    escape = next(note for note in notes if note["criterion"] == "no_escape")
    assert "Remisi umum" in escape["text"]["id"]
    assert {cite["confidence"] for cite in escape["law"]} == {"C"}


@pytest.mark.parametrize("name", ["remissions", "absences", "detention"])
def test_a_list_that_dates_depend_on(base, name):
    del base[name]
    assert f"{name}_unknown" in codes(base)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ({"term": {"months": 18}}, "twelve_months"),
        ({"term": {"years": 1, "days": 1}}, "fraction_rounded"),
        ({"kind": "life", "term": None}, "life_conversion"),
        ({"offence": "corruption"}, "assimilation_half_dropped"),
    ],
)
def test_of_the_sentence(base, sentence, code):
    base["sentences"][0] |= sentence
    assert code in codes(base)


def test_both_leaves_are_possible_between_13_and_18_months(base):
    base["sentences"][0]["term"] = {"months": 16}
    assert "parole_or_conditional" in codes(base, as_of="2024-09-30")


def test_old_days(base):
    base["detention"][0]["start"] = "2006-01-01"
    assert {"fractions_before_2008", "not_yet_a_scheme"} <= codes(base, as_of="2007-01-01")
    assert "humanitarian_gap" in codes(base, as_of="2020-01-01")


def test_which_fact_is_missing_is_said(base, right):
    del base["conduct"]
    found = next(f for f in right(assess(base), "parole")["findings"] if f["criterion"] == "good_conduct_report")
    assert found["met"] is None
    assert found["missing"] == ["conduct"]
    assert "rapor pembinaan (SPPN)" in found["text"]["id"]

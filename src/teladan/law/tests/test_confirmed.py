"""A version of a rule that a lawyer confirmed is named as unsure no longer; nothing else of the assessment changes."""

from datetime import date

import pytest

from teladan.law.assess import assess, assess_many
from teladan.law.criteria import REGISTRY
from teladan.law.rights import RIGHTS
from teladan.law.rule_ids import rule_id

ESCAPE = "criterion.no_escape.1999-12-23"


def unsure(assessment, code="unconfirmed"):
    return {note.get("criterion", note["text"]["id"]) for note in assessment["notes"] if note["code"] == code}


@pytest.fixture
def escaped(base):
    base["absences"] = [{"from": "2026-10-01", "until": "2026-10-05", "reason": "escape"}]
    return base


@pytest.fixture
def in_2010(base):
    base["detention"][0]["start"] = "1998-01-05"
    base["sentences"][0] |= {"final_on": "1998-05-05", "term": {"years": 60}}
    return base | {"as_of": "2010-01-01"}


def test_every_version_of_a_rule_has_a_name_of_its_own():
    of_rights = [rule_id("right", name, law) for name, right in RIGHTS.items() for law in right.laws]
    of_criteria = [rule_id("criterion", name, law) for name, found in REGISTRY.items() for law in found.laws]
    assert len({*of_rights, *of_criteria}) == len([*of_rights, *of_criteria])
    assert {ESCAPE, "criterion.fine_and_restitution_paid.2022-08-03.remission"} <= set(of_criteria)


def test_a_confirmed_condition_is_not_named(escaped):
    before, after = assess(escaped), assess(escaped, confirmed=frozenset({ESCAPE}))
    assert unsure(before) - unsure(after) == {"no_escape"}
    assert unsure(after) == unsure(before) - {"no_escape"}


def test_nothing_but_the_notes_changes(escaped):
    before, after = assess(escaped), assess(escaped, confirmed=frozenset({ESCAPE}))
    assert {k: v for k, v in before.items() if k != "notes"} == {k: v for k, v in after.items() if k != "notes"}
    assert [note for note in before["notes"] if note.get("criterion") != "no_escape"] == after["notes"]


def test_another_version_of_the_same_rule_says_nothing(escaped):
    assert "no_escape" in unsure(assess(escaped, confirmed=frozenset({"criterion.no_escape.2020-01-01"})))


def test_short_notes_and_whole_explanation_agree(escaped):
    result = assess_many([escaped], date.fromisoformat(escaped["as_of"]), confirmed=frozenset({ESCAPE}))
    assert result.notes(0) == result.explain(0)["notes"]


def test_a_text_of_the_time_that_was_read_since_is_not_named(in_2010):
    named = "criterion.half_served.1999-12-23"
    gone = unsure(assess(in_2010), "older_text") - unsure(assess(in_2010, confirmed=frozenset({named})), "older_text")
    assert [text.startswith("Setengah pidana untuk asimilasi") for text in gone] == [True]


def test_of_two_laws_the_one_that_a_right_was_judged_by_counts(escaped):
    escaped["sentences"][0]["final_on"] = "2011-03-01"
    escaped["detention"][0]["start"] = "2011-01-01"
    escaped["sentences"][0]["term"] = {"years": 30}
    switches = {"law_by": "more_favourable"}
    named = assess(escaped, conventions=switches)
    assert "no_escape" in unsure(named)
    assert "no_escape" not in unsure(assess(escaped, conventions=switches, confirmed=frozenset({ESCAPE})))

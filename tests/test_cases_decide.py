"""Every condition of every right, for each version of its law, is held by golden cases on both sides of its edge.

Derived from what the cases expect and from what one smallest step does to it (`tests/decided.py`), never from names.
"""

import datetime as dt

import pytest

from teladan.law import regulations
from teladan.law.assess import assess
from teladan.law.conventions import describe
from tests import decided, golden

ALL = ("met", "not_met", "unknown", "edge_met", "edge_not_met")
EDGES = {"edge_met", "edge_not_met"}
NEVER_FAILS = {"not_met", *EDGES}
LACKING = {  # what cannot be, and why
    "fixed_term": (EDGES, "between a fixed term and one for life there is no step"),
    "indonesian_citizen": (EDGES, "a nationality has no step"),
    "not_on_leave": ({"unknown"}, "a leave that is not told is none"),
    "not_released_yet": ({"unknown"}, "a leave that is not told is none"),
    "feast_day_known": (NEVER_FAILS, "a day is known or it is not"),
    "humanitarian_day_known": (NEVER_FAILS, "a day is known or it is not"),
    "assimilation_half": ({"met", *NEVER_FAILS}, "how long assimilation lasted is not among the facts"),
}
LACKING_OF_ONE = {
    ("one_third_served", "child_reduction"): (
        set(ALL),
        "who was a child under the scheme of 2018 and judged before 12 November 2012 had served a third long before",
    ),
    ("offence_allowed_home", "home_assimilation", "2020-03-30"): (EDGES, "in 2020 no articles: an offence has no step"),
}
QUESTIONS = list(decided.questions())
CASES = {name: case for name, case in golden.every_case().items() if "refused" not in case["expect"]}
OTHER_CHOICES = [
    (name, option) for name, entry in describe().items() for option in entry["options"] if option != entry["default"]
]


@pytest.fixture(scope="module")
def found():
    return decided.decided(golden.every_case())


def wanted(question):
    lacking = set(LACKING.get(question.criterion, (set(), ""))[0])
    for narrower in (
        (question.criterion, question.right),
        (question.criterion, question.right, question.since.isoformat()),
    ):
        lacking |= LACKING_OF_ONE.get(narrower, (set(), ""))[0]
    return set(ALL) - lacking


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: f"{q.right}-{q.criterion}-{q.since}")
def test_true_false_unknown_and_both_edges(found, question):
    missing = [answer for answer in ALL if answer in wanted(question) and not found[question][answer]]
    assert missing == [], f"cases/criteria/{question.criterion}.json lacks {missing} for {question.right}"


def test_what_is_said_to_be_impossible_is(found):
    """An exception that a case disproves goes."""
    told = {q: sorted(a for a in ALL if a not in wanted(q) and found[q][a]) for q in QUESTIONS}
    assert {q: answers for q, answers in told.items() if answers} == {}


def test_a_condition_that_nobody_holds_is_missed():
    """The test can fail: without the cases of a right its conditions are not held."""
    cases = {n: c for n, c in golden.every_case().items() if "family_leave" not in c["expect"].get("rights", {})}
    found = decided.decided(cases)
    assert not any(found[question] for question in QUESTIONS if question.right == "family_leave")


# The days a law changes, the switches, the notes ---------------------------------------------------------------------


@pytest.mark.parametrize(("right", "day"), sorted(decided.changes()), ids=str)
def test_the_day_before_and_the_day_of_each_change(right, day):
    looked_at = {case["facts"]["as_of"] for case in CASES.values() if right in case["expect"].get("rights", {})}
    for around in (day - dt.timedelta(days=1), day):
        assert around.isoformat() in looked_at, f"no case asks for {right} on {around}"


@pytest.mark.parametrize(("switch", "option"), OTHER_CHOICES)
def test_every_choice_of_every_switch_changes_what_a_case_expects(switch, option):
    chosen = [case for case in CASES.values() if case.get("switches") == {switch: option}]
    assert any(golden.differences(case["expect"], golden.flat(assess(case["facts"]))) for case in chosen)


@pytest.mark.parametrize("code", sorted(regulations.table("notes")))
def test_every_note_is_there_once_and_not_there_once(code):
    notes = [case["expect"].get("notes", {}) for case in CASES.values()]
    assert any(code in each.get("with", ()) for each in notes)
    assert any(code in each.get("without", ()) for each in notes)

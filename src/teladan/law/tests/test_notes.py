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


def test_two_leaves_are_not_spoken_of_when_no_term_is_known():
    assert "parole_or_conditional" not in codes({"as_of": "2026-11-24"})


def test_two_leaves_are_not_spoken_of_for_a_child_with_a_short_term(base):
    base["person"]["birth_date"] = "2010-01-01"
    base["sentences"][0]["term"] = {"months": 12}
    assert "parole_or_conditional" not in codes(base, as_of="2024-09-30")


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


def told(facts, right, criterion):
    return next(
        f for r in assess(facts)["rights"] if r["right"] == right for f in r["findings"] if f["criterion"] == criterion
    )


def test_the_age_of_a_child_is_no_question_for_a_grown_up(base):
    assert "under_eighteen" not in {note.get("criterion") for note in assess(base)["notes"]}
    assert "served_three_months" not in {note.get("criterion") for note in assess(base)["notes"]}


def test_the_age_of_a_child_is_a_question_for_one_who_turns_eighteen_before_the_grant_day(base):
    base["person"]["birth_date"] = "2009-01-01"
    assert "under_eighteen" in {note.get("criterion") for note in assess(base)["notes"]}


def test_custody_still_to_come_is_named_and_has_no_days_below_zero(base):
    base["detention"] = [{"start": "2027-01-01", "end": None, "place": "prison"}]
    assert "future_custody" in codes(base)
    assert assess(base)["timeline"]["served_days"] == 0
    assert "-" not in told(base, "general_remission", "served_six_months")["text"]["id"]


def test_a_remission_from_before_custody_is_named(base):
    assert "remission_before_custody" not in codes(base)
    base["remissions"] = [{"kind": "general", "granted_on": "2010-08-17", "term": {"months": 5}}]
    assert "remission_before_custody" in codes(base)


@pytest.mark.parametrize(
    ("reason", "criterion"), [("escape", "no_escape"), ("leave_revoked", "one_year_since_revocation")]
)
def test_who_has_not_come_back_is_not_told_of_a_day_that_does_not_exist(base, reason, criterion):
    base["absences"] = [{"from": "2026-10-01", "until": None, "reason": reason}]
    text = told(base, "general_remission", criterion)["text"]
    assert "belum ada" not in text["id"]
    assert "none" not in text["en"]


def test_no_risk_assessment_is_said(base):
    base["risk"] = []
    assert told(base, "parole", "risk_has_fallen")["text"]["id"] == "Belum ada penilaian risiko."


@pytest.mark.parametrize("criterion", ["fine_and_restitution_paid", "pledge_made"])
def test_sentences_that_are_not_told_are_named_as_missing(base, criterion):
    del base["sentences"]
    assert told(base, "parole", criterion)["missing"] == ["sentences"]


def test_nothing_pronounced_yet_is_said(base):
    base["sentences"] = []
    assert "belum ada putusan" in told(base, "general_remission", "fixed_term")["text"]["id"]


def test_a_leave_without_a_remission_says_why_it_has_no_date(base):
    base["remissions"] = []
    assert "Belum pernah" in told(base, "pre_release_leave", "within_last_part_of_term")["text"]["id"]


def test_the_day_of_the_judgment_is_named_where_the_start_hangs_on_it(base):
    base["detention"] = []
    del base["sentences"][0]["final_on"]
    assert told(base, "parole", "two_thirds_served")["missing"] == ["sentences.final_on"]


@pytest.mark.parametrize(("as_of", "later"), [("2026-10-31", True), ("2026-11-01", False), ("2026-11-24", False)])
def test_a_report_of_a_month_that_has_begun_is_not_later(base, as_of, later):
    base["conduct"] = [{"month": "2026-10", "rating": "poor"}, {"month": "2026-11", "rating": "good"}]
    assert ("future_facts" in codes(base, as_of=as_of)) is later


def test_who_is_outside_on_parole_is_told_so(base):
    base["on_leave"] = {"kind": "parole", "from": "2026-11-24"}
    note = next(note for note in assess(base)["notes"] if note["code"] == "released")
    assert "24 November 2026 (Pembebasan bersyarat)" in note["text"]["id"]
    assert "released" not in codes(base, as_of="2026-11-23")


def test_a_revocation_less_than_a_year_ago_is_named_for_leaves(base):
    base["absences"] = [{"from": "2026-01-01", "until": "2026-01-05", "reason": "leave_revoked"}]
    assert "revoked_within_a_year" in codes(base, as_of="2027-01-04")
    assert "revoked_within_a_year" not in codes(base, as_of="2027-01-05")


def test_of_a_term_without_a_twelfth_of_a_day_it_is_said_why(base):
    base["sentences"][0]["term"] = {"days": 11}
    found = told(base | {"as_of": "2025-08-17"}, "decade_remission", "decade_at_least_a_day")
    assert found["met"] is False
    assert "tidak sampai satu hari" in found["text"]["id"]


@pytest.mark.parametrize(("as_of", "told"), [("2026-01-01", set()), ("2026-01-02", {"death_conversion"})])
def test_death_is_not_life(base, as_of, told):
    base["sentences"][0] |= {"kind": "death", "term": None}
    assert codes(base, as_of=as_of) & {"life_conversion", "death_conversion"} == told

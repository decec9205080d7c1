"""The screen of remission day: who, how much, which rung, who goes home."""

import copy
import datetime as dt

import pytest

from teladan.law.remission_day import remission_day

DAY = dt.date(2027, 8, 17)


def person(base, **sentence):
    facts = copy.deepcopy(base)
    facts["sentences"][0] |= sentence
    return facts


def test_a_future_day_with_the_facts_known_now(base):
    base["conduct"] = [{"month": "2026-10", "rating": "good"}]
    proposed = remission_day([base], DAY, ["general"])
    general = proposed.proposals["general"]
    assert (general.eligible.tolist(), general.days.tolist(), general.rung.tolist()) == ([True], [60], [1])
    assert str(proposed.expiry_after[0]) == "2029-06-11"
    assert not proposed.goes_home[0]


def test_who_goes_home_and_who_serves_a_substitute_first(base):
    soon = {"term": {"years": 3, "months": 7}}
    fine = {"amount_rp": 10, "substitute": {"months": 1}, "paid_rp": 0}
    proposed = remission_day([person(base, **soon), person(base, **soon, fine=fine), base], DAY, ["general"])
    assert proposed.goes_home.tolist() == [True, False, False]
    assert proposed.substitute_first.tolist() == [False, True, False]
    assert str(proposed.expiry_after[0]) == "2027-08-17"


def test_why_not(base):
    base["discipline"] = [{"on": "2027-06-01", "level": "heavy", "rights_lost_until": None}]
    proposed = remission_day([base], DAY, ["general", "religious"])
    assert not proposed.proposals["general"].eligible[0]
    assert [f["criterion"] for f in proposed.reasons("general", 0)] == ["no_violation_within_6_months"]
    assert proposed.total_days.tolist() == [0]
    with pytest.raises(KeyError):
        proposed.reasons("parole", 0)


def test_several_kinds_are_summed(base):
    base["sentences"][0]["term"] = {"years": 10}
    base["merits"] = [{"kind": "blood_donor", "on": "2025-06-01"}]
    base["detention"][0]["start"] = "2022-01-01"
    base["remissions"] = [
        {"kind": "general", "granted_on": f"{year}-08-17", "term": {"months": 2}} for year in (2023, 2024)
    ]
    proposed = remission_day([base], dt.date(2025, 8, 17), ["general", "additional", "decade"])
    assert proposed.total_days.tolist() == [120 + 60 + 90]  # published: four months, two, ninety days

"""Start, credit, absences: hand-computed."""

import pytest

from teladan.law.assess import assess


def timeline(base, **facts):
    return assess({**base, **facts})["timeline"]


def held(start, end, place="prison"):
    return {"start": start, "end": end, "place": place}


def test_touching_orders_are_one_stay(base):
    found = timeline(base, detention=[held("2024-03-02", None), held("2024-02-11", "2024-03-01")])
    assert (found["start"], found["credit_days"]) == ("2024-02-11", 0)


def test_a_day_between_breaks_the_stay_and_is_credited(base):
    found = timeline(base, detention=[held("2024-02-11", "2024-03-01"), held("2024-03-03", None)])
    assert (found["start"], found["credit_days"]) == ("2024-03-03", 20)
    assert found["expiry_initial"] == "2029-08-10"  # 30 August less 20 days


def test_house_and_city_count_a_third_and_a_fifth_each_day_once(base):
    orders = [
        held("2024-01-01", "2024-01-10", "city"),  # 10 days, of which 5 under house arrest
        held("2024-01-06", "2024-01-20", "house"),  # 15 days, of which 3 in prison
        held("2024-01-18", "2024-01-20"),
        held("2024-02-11", None),
    ]
    found = timeline(base, detention=orders)
    assert found["credited"] == {"prison": 3, "house": 12, "city": 5}
    assert found["credit_days"] == 3 + 4 + 1


@pytest.mark.parametrize(("rounding", "days"), [("down", 3), ("up", 4)])
def test_credit_is_rounded_by_the_convention(base, rounding, days):
    facts = {**base, "detention": [held("2024-01-01", "2024-01-10", "house"), held("2024-02-11", None)]}
    assert assess(facts, conventions={"credit_rounding": rounding})["timeline"]["credit_days"] == days


def test_set_free_before_the_judgment_was_final(base):
    found = timeline(base, detention=[held("2024-02-11", "2024-02-20")])
    assert (found["start"], found["start_from"], found["credit_days"]) == ("2024-08-01", "final_judgment", 10)


def test_custody_up_to_the_day_before_the_judgment_runs_on(base):
    assert timeline(base, detention=[held("2024-02-11", "2024-07-31")])["start"] == "2024-02-11"


def test_absences_are_united_and_clipped(base):
    absences = [
        {"from": "2025-01-01", "until": "2025-01-11", "reason": "escape"},
        {"from": "2025-01-06", "until": "2025-01-21", "reason": "hospital_suspension"},
        {"from": "2026-11-20", "until": None, "reason": "hospital_suspension"},
        {"from": "2023-01-01", "until": "2023-06-01", "reason": "escape"},
    ]
    found = timeline(base, absences=absences)
    assert found["absent_days"] == 20 + 4
    assert found["expiry_initial"] == "2029-09-03"


def test_no_start_no_dates(base):
    base["sentences"][0].pop("final_on")
    found = timeline(base, detention=[])
    assert found["start"] is None
    assert found["expiry"] is None

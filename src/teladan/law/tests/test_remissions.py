"""Grant days, rungs, windows: the edges."""

import pytest

from teladan.law.assess import assess


def grants(kind, *years, day="08-17"):
    return [{"kind": kind, "granted_on": f"{year}-{day}", "term": {"months": 1}} for year in years]


@pytest.mark.parametrize(("start", "days"), [("2025-08-23", 30), ("2025-08-22", 60)])
def test_a_year_of_360_days_on_the_first_rung(base, right, start, days):
    base["detention"][0]["start"], base["as_of"] = start, "2026-08-17"
    found = right(assess(base), "general_remission")
    assert (found["date"], found["length_days"], found["rung"]) == ("2026-08-17", days, 1)


@pytest.mark.parametrize(("start", "status"), [("2026-02-17", "eligible"), ("2026-02-18", "upcoming")])
def test_more_than_six_months(base, right, start, status):
    base["detention"][0]["start"], base["as_of"] = start, "2026-08-17"
    assert right(assess(base), "general_remission")["status"] == status


def test_at_exactly_180_days_the_note_and_the_switch(base, right):
    base["detention"][0]["start"], base["as_of"] = "2026-02-18", "2026-08-17"
    found = assess(base)
    assert "exactly_six_months" in [note["code"] for note in found["notes"]]
    other = assess(base, conventions={"six_months_gate": "at_least"})
    assert right(other, "general_remission")["status"] == "eligible"
    assert "convention_changed" in [note["code"] for note in other["notes"]]


@pytest.mark.parametrize(("count", "days"), [(0, 60), (1, 90), (2, 120), (3, 150), (4, 150), (5, 180), (9, 180)])
def test_the_ladder_of_general_remission(base, right, count, days):
    base["sentences"][0]["term"] = {"years": 20}
    base["detention"][0]["start"], base["as_of"] = "2015-01-01", "2026-08-17"
    base["remissions"] = grants("general", *range(2016, 2016 + count))
    assert right(assess(base), "general_remission")["length_days"] == days


@pytest.mark.parametrize(("count", "days"), [(0, 30), (1, 30), (2, 30), (3, 45), (4, 45), (5, 60), (8, 60)])
def test_the_ladder_of_religious_remission(base, right, count, days):
    base["sentences"][0]["term"] = {"years": 20}
    base["detention"][0]["start"], base["as_of"] = "2015-01-01", "2026-12-25"
    base["remissions"] = grants("religious", *range(2016, 2016 + count), day="12-25")
    found = right(assess(base), "religious_remission")
    assert (found["status"], found["length_days"]) == ("eligible", days)


def test_one_grant_a_year(base, right):
    base["as_of"], base["remissions"] = "2026-08-17", grants("general", 2026)
    found = right(assess(base), "general_remission")
    assert (found["status"], found["date"], found["length_days"]) == ("upcoming", "2027-08-17", 90)


def test_a_missed_year(base, right):
    base["sentences"][0]["term"] = {"years": 20}
    base["as_of"], base["detention"][0]["start"] = "2026-08-17", "2020-01-01"
    base["remissions"] = grants("general", 2022, 2023)
    assert right(assess(base), "general_remission")["rung"] == 3
    assert right(assess(base, conventions={"rung_after_missed_year": "same"}), "general_remission")["rung"] == 2


@pytest.mark.parametrize(("on", "status"), [("2026-02-18", "eligible"), ("2026-02-19", "blocked")])
def test_six_months_without_a_violation(base, right, on, status):
    base["as_of"] = "2026-08-17"
    base["discipline"] = [{"on": on, "level": "light", "rights_lost_until": None}]
    found = right(assess(base), "general_remission")
    assert found["status"] == status
    assert found["date"] == ("2026-08-17" if status == "eligible" else "2027-08-17")


def test_only_heavy_discipline_by_the_switch(base, right):
    base["as_of"] = "2026-08-17"
    base["discipline"] = [{"on": "2026-08-01", "level": "medium", "rights_lost_until": None}]
    assert right(assess(base, conventions={"discipline_levels": "heavy"}), "general_remission")["status"] == "eligible"
    both = assess(base, conventions={"discipline_levels": "medium_and_heavy"})
    assert right(both, "general_remission")["status"] == "blocked"


def test_half_and_third_add_up(base, right):
    base["as_of"], base["remissions"] = "2026-08-17", grants("general", 2024, 2025)
    base["merits"] = [{"kind": "blood_donor", "on": "2026-01-01"}, {"kind": "helper", "on": "2025-08-18"}]
    found = right(assess(base), "additional_remission")
    assert (found["status"], found["length_days"]) == ("eligible", 60 + 40)


def test_a_merit_of_more_than_a_year_ago_does_not_count(base, right):
    base["as_of"], base["merits"] = "2026-08-17", [{"kind": "helper", "on": "2025-08-17"}]
    assert right(assess(base), "additional_remission")["status"] == "blocked"


def test_a_twelfth_of_the_sentence_in_years_of_five(base, right):
    base["as_of"], base["sentences"][0]["term"] = "2025-08-17", {"years": 2}
    assert right(assess(base), "decade_remission")["length_days"] == 60
    base["sentences"][0]["term"] = {"years": 10}
    found = right(assess(base), "decade_remission")
    assert (found["status"], found["length_days"]) == ("eligible", 90)


def test_the_missed_day_comes_later(base, right):
    base["detention"][0]["start"], base["sentences"][0]["final_on"] = "2024-02-11", "2025-01-10"
    base["as_of"] = "2025-02-01"
    base["conduct"], base["risk"] = [{"month": "2025-01", "rating": "good"}], [{"on": "2025-01-01", "level": "low"}]
    found = right(assess(base), "late_remission")
    assert (found["status"], found["date"], found["length_days"]) == ("eligible", "2025-01-10", 45)
    assert [(item["kind"], item["day"]) for item in found["items"]] == [
        ("general", "2024-08-17"),
        ("religious", "2024-12-25"),
    ]
    base["remissions"] = [{"kind": "late", "granted_on": "2025-01-10", "term": {"months": 1}, "late_for": "general"}]
    assert right(assess(base), "late_remission")["length_days"] == 15


def test_over_seventy_on_the_day_of_the_elderly(base, right):
    base["person"]["birth_date"] = "1957-05-28"
    found = right(assess(base), "humanitarian_remission")
    assert (found["status"], found["date"]) == ("upcoming", "2027-05-29")
    base["person"]["birth_date"] = "1957-05-29"
    assert right(assess(base), "humanitarian_remission")["date"] == "2028-05-29"


def test_a_child_has_its_own_day(base, right):
    base["person"]["birth_date"] = "2009-07-24"
    base["detention"][0]["start"], base["as_of"] = "2026-12-01", "2027-07-23"
    base["conduct"] = [{"month": "2027-06", "rating": "good"}]
    found = right(assess(base), "child_reduction")
    assert (found["status"], found["length_days"]) == ("eligible", 30)
    base["person"]["birth_date"] = "2009-07-23"
    assert right(assess(base), "child_reduction")["status"] == "excluded"

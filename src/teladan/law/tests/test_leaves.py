"""Assimilation, leaves, parole: the edges and what special offences add."""

import pytest

from teladan.law.assess import assess

FINE = {"amount_rp": 1000, "substitute": None, "paid_rp": 0}


@pytest.mark.parametrize(("as_of", "status"), [("2027-10-08", "upcoming"), ("2027-10-09", "eligible")])
def test_parole_from_the_day_of_two_thirds(base, right, as_of, status):
    base |= {"as_of": as_of, "conduct": [{"month": "2027-09", "rating": "very_good"}]}
    found = right(assess(base), "parole")
    assert (found["status"], found["date"], found["ends"]) == (status, "2027-10-09", "2030-08-10")


@pytest.mark.parametrize(
    ("term", "status"), [({"months": 13, "days": 14}, "excluded"), ({"months": 13, "days": 15}, "blocked")]
)
def test_two_thirds_of_nine_months(base, right, term, status):
    base["sentences"][0]["term"] = term
    assert right(assess(base), "parole")["status"] == status  # blocked: the term is over on the day


@pytest.mark.parametrize(("on", "date"), [("2027-01-12", "2027-10-09"), ("2027-01-13", "2027-10-10")])
def test_nine_months_without_a_violation(base, right, on, date):
    base |= {"as_of": "2027-03-01", "discipline": [{"on": on, "level": "heavy", "rights_lost_until": None}]}
    assert right(assess(base), "parole")["date"] == date


def test_rights_lost_until_a_day(base, right):
    base["discipline"] = [{"on": "2025-01-01", "level": "heavy", "rights_lost_until": "2028-01-01"}]
    found = right(assess(base), "parole")
    assert (found["status"], found["date"]) == ("blocked", "2028-01-01")
    assert "1 Januari 2028" in next(
        f["text"]["id"] for f in found["findings"] if f["criterion"] == "no_violation_within_9_months"
    )


def test_leave_before_release_is_as_long_as_the_last_remission(base, right):
    base["remissions"] = [{"kind": "general", "granted_on": "2026-08-17", "term": {"months": 3}}]
    found = right(assess(base), "pre_release_leave")
    assert (found["date"], found["length_days"], found["ends"]) == ("2029-02-11", 90, "2029-05-12")


def test_without_remission_no_leave_before_release(base, right):
    found = right(assess(base), "pre_release_leave")
    assert (found["status"], found["date"]) == ("blocked", None)


@pytest.mark.parametrize(
    ("months", "date", "days"), [(12, "2024-10-08", 126), (18, "2025-02-11", 180), (19, None, None)]
)
def test_conditional_leave_is_capped(base, right, months, date, days):
    base |= {"as_of": "2024-08-02"}
    base["sentences"][0]["term"] = {"months": months}
    found = right(assess(base), "conditional_leave")
    assert (found["date"], found["length_days"]) == (date, days)


def test_corruption_must_be_paid(base, right):
    base |= {"as_of": "2027-12-01", "conduct": [{"month": "2027-11", "rating": "good"}]}
    base["sentences"][0] |= {"offence": "corruption", "fine": FINE}
    assert right(assess(base), "parole")["status"] == "blocked"
    switched = assess(base, conventions={"corruption_payment_after_2022": "not_required"})
    assert right(switched, "parole")["status"] == "eligible"
    base["sentences"][0]["fine"] = {**FINE, "paid_rp": 1000}
    assert right(assess(base), "parole")["status"] == "eligible"


def test_terrorism_needs_the_pledge(base, right):
    base |= {"as_of": "2027-12-01", "conduct": [{"month": "2027-11", "rating": "good"}]}
    base["sentences"][0]["offence"] = "terrorism"
    assert right(assess(base), "parole")["status"] == "blocked"
    base["pledge"] = {"kind": "loyalty", "on": "2026-01-01"}
    assert right(assess(base), "parole")["status"] == "eligible"


def test_narcotics_from_five_years_are_special(base, right):
    base["sentences"][0] |= {"offence": "narcotics", "term": {"years": 5}}
    assert right(assess(base), "family_leave")["status"] == "excluded"
    base["sentences"][0]["term"] = {"years": 4, "months": 11, "days": 29}
    assert right(assess(base), "family_leave")["status"] == "eligible"


def test_family_leave_is_clear_in_the_new_year(base, right):
    base["discipline"] = [{"on": "2026-01-02", "level": "light", "rights_lost_until": None}]
    found = right(assess(base), "family_leave")
    assert (found["status"], found["date"], found["ends"]) == ("blocked", "2027-01-01", "2027-01-03")


def test_home_assimilation_is_closed_today(base, right):
    assert right(assess(base), "home_assimilation")["status"] == "closed"


def test_no_law_before_the_decree(base):
    with pytest.raises(ValueError, match="no law is known before 1999-12-23"):
        assess({**base, "as_of": "1999-12-22"})


def test_fractions_before_2008_are_not_decided(base, right):
    base |= {"as_of": "2007-12-31", "detention": [{"start": "2000-01-01", "end": None}]}
    base["sentences"][0] |= {"final_on": "2000-05-01", "term": {"years": 10}}
    base["programme"] = [{"from": "2000-06-01", "until": None}]
    found = right(assess(base), "parole")
    assert (found["status"], found["date"]) == ("needs_facts", None)
    other = assess(base, conventions={"fractions_before_2008": "as_today"})
    assert right(other, "parole")["status"] == "eligible"

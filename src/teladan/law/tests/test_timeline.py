"""Expiry, remission that is lost, substitutes, register: hand-computed."""

import pytest

from teladan.law.assess import assess

FINE = {"amount_rp": 1000, "substitute": {"months": 3}, "paid_rp": 0}


def timeline(facts):
    return assess(facts)["timeline"]


def grant(on, **term):
    return {"kind": "general", "granted_on": on, "term": term}


def test_consecutive_sentences_are_added_in_order(base):
    first, second = base["sentences"][0], {**base["sentences"][0]}
    base["detention"][0]["start"] = "2020-12-12"
    base["sentences"] = [{**first, "term": {"months": 8}}, {**second, "term": {"years": 2}}]
    base["remissions"] = [grant("2022-06-01", months=2)]
    found = timeline(base)
    assert (found["two_thirds"], found["expiry"]) == ("2022-07-20", "2023-06-10")


def test_remission_never_goes_before_its_own_day(base):
    base["sentences"][0]["term"] = {"years": 2}
    base["remissions"] = [grant("2026-02-01", months=2), grant("2026-02-02", months=1)]
    found = timeline(base)
    assert found["expiry"] == "2026-02-01"
    assert (found["remission_days"], found["remission_lost_days"]) == (10, 80)


def test_remission_after_the_day_is_not_counted(base):
    base["remissions"] = [grant("2027-08-17", months=2)]
    found = assess(base)
    assert found["timeline"]["remission_days"] == 0
    assert "future_facts" in [note["code"] for note in found["notes"]]


@pytest.mark.parametrize(("paid", "days"), [(0, 90), (1, 90), (12, 89), (500, 45), (999, 1), (1000, 0), (5000, 0)])
def test_part_payment_cuts_the_substitute_in_proportion(base, paid, days):
    base["sentences"][0]["fine"] = {**FINE, "paid_rp": paid}
    assert timeline(base)["substitute_days"] == days


def test_a_fortune_is_divided_without_losing_a_rupiah(base):
    amount = 10**15
    base["sentences"][0]["fine"] = {"amount_rp": amount, "substitute": {"years": 2}, "paid_rp": amount // 3}
    assert timeline(base)["substitute_days"] == 730 - 730 * (amount // 3) // amount


def test_payment_not_known_counts_as_unpaid_and_says_so(base):
    base["sentences"][0]["fine"] = {"amount_rp": 1000, "substitute": {"months": 3}}
    found = assess(base)
    assert found["timeline"]["substitute_days"] == 90
    assert "paid_unknown" in [note["code"] for note in found["notes"]]


@pytest.mark.parametrize(
    ("term", "register"),
    [({"days": 1}, "B.IIb"), ({"months": 3}, "B.IIb"), ({"months": 3, "days": 1}, "B.IIa"), ({"months": 12}, "B.IIa"),
     ({"years": 1, "days": 1}, "B.I")],
)  # fmt: skip
def test_register_by_the_length(base, term, register):
    base["sentences"][0]["term"] = term
    base["as_of"] = "2024-08-01"
    base["detention"][0]["start"] = "2024-07-31"
    assert timeline(base)["register"] == register


def test_register_of_a_substitute_and_before_the_judgment(base):
    base["sentences"][0] |= {"term": {"years": 2}, "fine": FINE}
    base["detention"][0]["authority"] = "prosecutor"
    assert timeline({**base, "as_of": "2026-02-10"})["register"] == "B.I"
    assert timeline({**base, "as_of": "2026-02-11"})["register"] == "B.III"
    assert timeline({**base, "as_of": "2024-07-31"})["register"] == "A.II"


def test_life_has_no_dates(base):
    base["sentences"][0] |= {"kind": "life", "term": None}
    found = assess(base)
    assert found["timeline"]["expiry"] is None
    assert found["timeline"]["register"] == "B.I"
    assert {right["status"] for right in found["rights"]} == {"excluded", "closed"}


def test_the_other_base_of_fractions(contract):
    usual, other = assess(contract), assess(contract, conventions={"fraction_base": "net"})
    assert other["timeline"]["two_thirds"] == "2027-08-30" == usual["timeline"]["other_reading"]["two_thirds"]
    assert other["timeline"]["expiry"] == usual["timeline"]["expiry"]

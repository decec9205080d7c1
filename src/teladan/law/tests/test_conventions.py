"""Every switch is cited, and the choice changes something."""

import pytest

from teladan.law import conventions
from teladan.law.assess import assess


@pytest.mark.parametrize(("name", "entry"), conventions.describe().items())
def test_a_switch_is_dated_cited_and_worded(name, entry):
    assert entry["default"] in entry["options"]
    assert entry["confidence"] in ("A", "B", "C")
    assert entry["regulation"]
    assert entry["article"]
    assert entry["from"].year >= 1999
    assert entry["text"]["id"]
    assert entry["text"]["en"]
    assert len(entry["options"]) > 1, "a switch without a choice is no switch"


def test_an_unknown_switch_or_option_is_refused():
    with pytest.raises(ValueError, match="did you mean 'fraction_base'"):
        conventions.choose(fraction_bas="net")
    with pytest.raises(ValueError, match="expected one of imposed, net"):
        conventions.choose(fraction_base="both")


def changes(facts, name, option, as_of=None):
    usual = assess({**facts, "as_of": as_of or facts["as_of"]})
    other = assess({**facts, "as_of": as_of or facts["as_of"]}, conventions={name: option})
    assert any(note["code"] == "convention_changed" for note in other["notes"])
    return (usual["timeline"], usual["rights"]) != (other["timeline"], other["rights"])


def test_twelve_months(base):
    base["sentences"][0]["term"] = {"months": 18}
    assert assess(base)["timeline"]["expiry"] == "2025-08-10"
    assert assess(base, conventions={"twelve_months": "thirty_days"})["timeline"]["expiry"] == "2025-08-04"


def test_rounding_of_fractions(base):
    base["sentences"][0]["term"] = {"years": 1, "days": 1}
    assert changes(base, "threshold_rounding", "down")


def test_a_childs_gate(base):
    base["person"]["birth_date"] = "2010-01-01"
    base["detention"][0]["start"] = "2026-08-01"
    assert changes(base, "child_gate", "six_months")


def test_humanitarian_switches(base):
    base["person"]["birth_date"] = "1950-01-01"
    base["remissions"] = [{"kind": "general", "granted_on": "2026-08-17", "term": {"months": 1}}]
    assert changes(base, "humanitarian_amount", "last_received")
    base["sentences"][0]["offence"] = "terrorism"
    assert changes(base, "humanitarian_special_offences", "excluded")


def test_the_old_track(base):
    base["detention"][0]["start"] = "2012-01-01"
    base["sentences"][0] |= {"offence": "narcotics", "final_on": "2012-11-11", "term": {"years": 40}}
    assert changes(base, "old_track_after_2022", "kept", "2022-11-24")


def test_assimilation_half(base):
    base["sentences"][0] |= {"offence": "narcotics"}
    assert changes(base, "assimilation_half", "always")
    assert changes(base, "assimilation_half", "never", "2022-01-01")


def test_the_law_of_the_verdict(base, right):
    base["detention"][0]["start"] = "2016-01-01"
    base["sentences"][0] |= {"final_on": "2016-06-01", "term": {"years": 12}}
    base["conduct"] = []
    base["as_of"] = "2024-12-01"
    today = right(assess(base), "parole")
    then = right(assess(base, conventions={"law_by": "verdict"}), "parole")
    best = right(assess(base, conventions={"law_by": "more_favourable"}), "parole")
    assert today["status"] == "needs_facts"  # a conduct report is asked since 2023
    assert then["status"] == best["status"] == "eligible"
    assert "good_conduct_report" not in [finding["criterion"] for finding in then["findings"]]


def test_the_more_favourable_law_never_gives_less(base):
    base["as_of"] = "2026-11-24"
    order = ["eligible", "upcoming", "needs_facts", "blocked", "excluded", "closed"]
    today = assess(base)["rights"]
    best = assess(base, conventions={"law_by": "more_favourable"})["rights"]
    for a, b in zip(today, best, strict=True):
        assert order.index(b["status"]) <= order.index(a["status"])

"""The contract's own example, to the day."""

import json

from teladan.law.assess import assess

TIMELINE = {
    "start": "2024-02-11",
    "term_days": 2007,
    "expiry_initial": "2029-08-10",
    "remission_days": 60,
    "one_third": "2025-10-09",
    "half": "2026-09-09",
    "two_thirds": "2027-08-10",
    "expiry": "2029-06-11",
    "substitute_days": 90,
    "release": "2029-09-09",
    "register": "B.I",
}


def test_timeline(contract):
    assert assess(contract)["timeline"].items() >= TIMELINE.items()


def test_parole(contract, right):
    parole = right(assess(contract), "parole")
    assert (parole["status"], parole["date"], parole["length"], parole["ends"]) == (
        "upcoming",
        "2027-08-10",
        None,
        "2030-06-11",
    )
    finding = next(f for f in parole["findings"] if f["criterion"] == "two_thirds_served")
    assert (finding["met"], finding["needs"], finding["has"]) == (False, "2027-08-10", "2026-11-24")
    assert "10 Agustus 2027" in finding["text"]["id"]
    assert "10 August 2027" in finding["text"]["en"]
    assert {"regulation": "Permenkumham 3/2018", "article": "82", "confidence": "B"} in finding["law"]


def test_every_right_of_the_contract_is_there(contract):
    names = [found["right"] for found in assess(contract)["rights"]]
    assert names == [
        "general_remission",
        "religious_remission",
        "additional_remission",
        "decade_remission",
        "humanitarian_remission",
        "late_remission",
        "child_reduction",
        "assimilation",
        "home_assimilation",
        "family_leave",
        "parole",
        "pre_release_leave",
        "conditional_leave",
    ]


def test_it_is_json_and_every_text_is_in_both_languages(contract):
    found = assess(contract)
    assert json.loads(json.dumps(found)) == found
    texts = [f["text"] for r in found["rights"] for f in r["findings"]]
    texts += [n["text"] for n in found["notes"]] + [s["text"] for s in found["sums"]]
    assert len(texts) > 100
    assert all(text["id"] and text["en"] and "{" not in text["id"] + text["en"] for text in texts)


def test_nothing_in_the_facts_is_changed(contract):
    before = json.dumps(contract)
    assess(contract)
    assert json.dumps(contract) == before

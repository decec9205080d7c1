"""A verdict written from facts is read back to the same facts, in every shape; passages hold what was read."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.people.intake.fields.court import courts
from teladan.people.intake.flat import flatten
from teladan.people.intake.proposal import propose_verdict
from teladan.people.intake.tests.render import (
    OFFENCES,
    WHO,
    Facts,
    as_extract,
    as_issued,
    with_page_breaks,
)
from teladan.people.intake.words import spelt

SHAPES = {
    "issued": as_issued,
    "extract": as_extract,
    "paged": lambda facts: with_page_breaks(as_issued(facts), facts),
}
LENGTHS = st.builds(
    lambda years, months, days: {"years": years, "months": months, "days": days},
    st.integers(0, 20), st.integers(0, 11), st.integers(0, 29),
).filter(lambda parts: any(parts.values()))  # fmt: skip


@st.composite
def histories(draw):
    """Draw orders that follow each other, the last one running when the verdict is given."""
    start = draw(st.dates(dt.date(2009, 1, 1), dt.date(2024, 1, 1)))
    orders = []
    for who in draw(st.lists(st.sampled_from(sorted(WHO)), min_size=1, max_size=6)):
        end = start + dt.timedelta(days=draw(st.integers(1, 59)))
        orders.append((who, start, end))
        start = max(start, end + dt.timedelta(days=draw(st.integers(-3, 1))))
    return tuple(orders)


@st.composite
def facts(draw):
    """Draw a verdict's facts, consistent with each other."""
    orders = draw(histories())
    decided = orders[-1][2] - dt.timedelta(days=draw(st.integers(0, 1)))
    code, court = draw(st.sampled_from(sorted(courts().by_code.items())))
    fine = draw(st.none() | st.integers(1, 9_999).map(lambda thousands: thousands * 100_000))
    return Facts(
        number=draw(st.integers(1, 9999)),
        year=orders[0][1].year,
        chamber=draw(st.sampled_from(["Pid.B", "Pid.Sus", "Pid.Sus-TPK"])),
        court=court,
        code=".".join(part.title() for part in code.split()),
        offence=draw(st.sampled_from(sorted(OFFENCES))),
        term=draw(LENGTHS),
        kind=draw(st.sampled_from(["prison", "confinement"])),
        fine_rp=fine,
        substitute=draw(st.tuples(st.sampled_from(["prison", "confinement"]), st.integers(1, 12))) if fine else None,
        orders=orders,
        decided=decided,
        pronounced=draw(st.none() | st.integers(0, 9).map(lambda days: decided + dt.timedelta(days=days))),
    )


@pytest.mark.parametrize("shape", sorted(SHAPES))
@given(case=facts())
def test_facts_are_read_back(shape, case):
    read = propose_verdict(SHAPES[shape](case))
    assert (read["case_number"]["number"], read["case_number"]["year"]) == (case.number, case.year)
    assert read["court"]["value"] == f"PN {case.court}"
    assert read["verdict_date"]["value"] == (case.pronounced or case.decided).isoformat()
    assert read["term"]["value"] == case.term
    assert read["outcome"]["value"] == case.kind
    assert read["fine_rp"]["value"] == case.fine_rp
    assert read["substitute"]["value"] == _substitute(case)
    assert read["offence"]["value"] == case.offence
    assert read["place"]["value"] == "prison"
    assert read["detention_unsure"] == []


@pytest.mark.parametrize("shape", sorted(SHAPES))
@given(case=facts())
def test_orders_are_read_back_with_their_authority(shape, case):
    read = propose_verdict(SHAPES[shape](case))
    seen = {(order["authority"], order["start"], order["end"]) for order in read["detention"]}
    said = {(who, start.isoformat(), end.isoformat()) for who, start, end in case.orders}
    assert seen == said


@given(case=facts())
def test_articles_are_read_from_the_legal_basis(case):
    read = propose_verdict(as_issued(case))
    assert [article["value"] for article in read["articles"]] == [OFFENCES[case.offence][2]]


@pytest.mark.parametrize("shape", sorted(SHAPES))
@given(case=facts())
def test_passages_hold_what_was_read(shape, case):
    text = SHAPES[shape](case)
    read = propose_verdict(text)
    said = {name: flatten(_cut(text, read[name]["passage"])).text for name in read if _has_passage(read[name])}
    assert str(case.number) in said["case_number"]
    assert case.court.lower() in said["court"]
    assert str((case.pronounced or case.decided).year) in said["verdict_date"]
    assert all(spelt(value) in said["term"] for value in case.term.values() if value)
    if case.fine_rp:
        assert spelt(case.fine_rp) in said["fine_rp"]
        assert spelt(case.substitute[1]) in said["substitute"]
    for order in read["detention"]:
        cut = flatten(_cut(text, order["passage"])).text
        assert order["start"][:4] in cut
        assert order["end"][:4] in cut


def _has_passage(found):
    return isinstance(found, dict) and "passage" in found


def _cut(text, passage):
    return text[passage[0] : passage[1]]


def _substitute(case):
    if not case.substitute:
        return None
    kind, months = case.substitute
    return {"kind": kind, "years": 0, "months": months, "days": 0}


def test_the_value_of_a_case_number_is_as_written():
    case = replace(Facts(), number=47, chamber="Pid.Sus", year=2018)
    assert propose_verdict(as_issued(case))["case_number"]["value"] == "47/Pid.Sus/2018/PN Kpg"
    assert propose_verdict(as_extract(case))["case_number"]["value"] == "47/Pid.Sus/2018/PN Kpg"


def test_everything_is_sure_in_a_clean_verdict():
    assert propose_verdict(as_issued(Facts()))["unsure"] == []

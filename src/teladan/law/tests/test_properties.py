"""What must hold for anybody: invented people, many days."""

import copy
import datetime as dt

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teladan.law import codes
from teladan.law.assess import CRITERIA, STATUSES, assess, assess_many

MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = st.dates(dt.date(2012, 1, 1), dt.date(2027, 12, 31))
LISTS = ("detention", "sentences", "absences", "remissions", "conduct", "discipline", "risk", "programme", "merits")


def iso(dates):
    return dates.map(dt.date.isoformat)


LENGTH = st.fixed_dictionaries(
    {"years": st.integers(0, 12), "months": st.integers(0, 14), "days": st.integers(0, 40)}
).filter(lambda term: any(term.values()))
MONEY = st.none() | st.fixed_dictionaries(
    {"amount_rp": st.integers(0, 9), "substitute": st.none() | LENGTH, "paid_rp": st.integers(0, 9)}
)
SENTENCE = st.fixed_dictionaries(
    {
        "final_on": st.none() | iso(DAY),
        "kind": st.sampled_from(["prison", "confinement"]),
        "term": LENGTH,
        "offence": st.sampled_from(codes.OFFENCES),
        "articles": st.sampled_from([[], ["KUHP:363"], ["KUHP:340"]]),
        "fine": MONEY,
        "restitution": MONEY,
    }
)


@st.composite
def people(draw):
    start = draw(DAY)
    span = st.integers(0, 2500).map(lambda days: (start + dt.timedelta(days)).isoformat())
    grant = st.fixed_dictionaries(
        {
            "kind": st.sampled_from([k for k in codes.REMISSION_KINDS if k != "late"]),
            "granted_on": span,
            "term": st.fixed_dictionaries({"months": st.integers(1, 6)}),
        }
    )
    return {
        "person": {
            "birth_date": draw(iso(st.dates(dt.date(1935, 1, 1), dt.date(2008, 1, 1)))),
            "religion": draw(st.sampled_from(codes.RELIGIONS)),
            "nationality": draw(st.sampled_from(["ID", "MY"])),
        },
        "detention": [{"start": start.isoformat(), "end": None, "place": "prison"}],
        "sentences": draw(st.lists(SENTENCE, min_size=1, max_size=3)),
        "absences": draw(
            st.lists(
                span.map(lambda on: {"from": on, "until": on, "reason": "escape"})
                | st.tuples(span, span).map(
                    lambda two: {"from": min(two), "until": max(two), "reason": "hospital_suspension"}
                ),
                max_size=2,
            )
        ),
        "remissions": draw(st.lists(grant, max_size=6)),
        "conduct": draw(st.lists(span.map(lambda on: {"month": on[:7], "rating": "good"}), max_size=3)),
        "discipline": draw(
            st.lists(st.fixed_dictionaries({"on": span, "level": st.sampled_from(codes.DISCIPLINE_LEVELS)}), max_size=2)
        ),
        "risk": draw(
            st.lists(st.fixed_dictionaries({"on": span, "level": st.sampled_from(codes.RISK_LEVELS)}), max_size=3)
        ),
        "programme": [{"from": start.isoformat(), "until": None}],
        "merits": draw(
            st.lists(st.fixed_dictionaries({"on": span, "kind": st.sampled_from(codes.MERITS)}), max_size=2)
        ),
        "illness": None,
        "pledge": None,
        "cooperation": None,
    }


@MANY
@given(people(), DAY, st.integers(1, 6))
def test_more_remission_never_means_a_later_release(facts, as_of, months):
    before = assess(facts, as_of)["timeline"]
    more = copy.deepcopy(facts)
    more["remissions"].append({"kind": "general", "granted_on": as_of.isoformat(), "term": {"months": months}})
    after = assess(more, as_of)["timeline"]
    for name in ("expiry", "release", "one_third", "half", "two_thirds"):
        if before[name] is not None:
            assert after[name] <= before[name]


@MANY
@given(people(), DAY)
def test_absence_never_means_an_earlier_release(facts, as_of):
    less = assess({**facts, "absences": []}, as_of)["timeline"]
    more = assess(facts, as_of)["timeline"]
    for name in ("expiry_initial", "expiry", "two_thirds"):
        if less[name] is not None and not facts["remissions"]:
            assert less[name] <= more[name]


@MANY
@given(people(), DAY)
def test_dates_stand_in_order(facts, as_of):
    found = assess(facts, as_of)["timeline"]
    if found["expiry"]:
        assert found["one_third"] <= found["half"] <= found["two_thirds"]
        assert found["expiry"] <= found["expiry_initial"]
        assert found["expiry"] <= found["release"]


@MANY
@given(people(), DAY)
def test_the_status_follows_from_the_reason_bits(facts, as_of):
    result = assess_many([facts], as_of)
    told = {right["right"]: right for right in result.explain(0)["rights"]}
    for name, right in result.rights.items():
        status = STATUSES[right.status[0]]
        failed = {c for bit, c in enumerate(CRITERIA) if int(right.failed[0]) >> bit & 1}
        unknown = {c for bit, c in enumerate(CRITERIA) if int(right.unknown[0]) >> bit & 1}
        assert not failed & unknown
        assert {"eligible": not failed and not unknown, "needs_facts": bool(unknown)}.get(status, True)
        if status in ("blocked", "excluded"):
            assert failed
        if status == "upcoming":
            assert failed or right.date[0] > np.datetime64(as_of)
        if status != "closed":
            assert {f["criterion"] for f in told[name]["findings"] if f["met"] is False} == failed
            assert {f["criterion"] for f in told[name]["findings"] if f["met"] is None} == unknown


@MANY
@given(people(), DAY)
def test_eligible_means_the_day_has_come(facts, as_of):
    for right in assess(facts, as_of)["rights"]:
        if right["status"] == "eligible":
            assert right["date"] <= as_of.isoformat()
        if right["status"] == "upcoming":
            assert right["date"] is None or right["date"] > as_of.isoformat()
        if right["status"] in ("excluded", "closed"):
            assert (right["date"], right["length"], right["ends"]) == (None, None, None)


@MANY
@given(st.lists(people(), min_size=1, max_size=5), DAY)
def test_many_are_the_same_as_one_and_one(everybody, as_of):
    result = assess_many(everybody, as_of)
    for i, facts in enumerate(everybody):
        alone = assess(facts, as_of)
        assert result.explain(i) == alone
        for told in alone["rights"]:
            column = result.rights[told["right"]]
            assert STATUSES[column.status[i]] == told["status"]
            assert (None if np.isnat(column.date[i]) else str(column.date[i])) == told["date"]
            assert (None if column.length_days[i] < 0 else column.length_days[i]) == told["length_days"]
        expiry = result.timeline["expiry"][i]
        assert (None if np.isnat(expiry) else str(expiry)) == alone["timeline"]["expiry"]


@pytest.mark.parametrize("missing", [*LISTS, "illness", "pledge", "cooperation"])
@MANY
@given(facts=people(), as_of=DAY)
def test_what_is_not_known_never_makes_anybody_eligible(missing, facts, as_of):
    known = {right["right"]: right["status"] for right in assess(facts, as_of)["rights"]}
    less = {name: value for name, value in facts.items() if name != missing}
    for right in assess(less, as_of)["rights"]:
        if right["status"] == "eligible":
            assert known[right["right"]] == "eligible"
        for finding in right["findings"]:
            assert finding["met"] is not None or finding["text"]["id"]


@MANY
@given(people())
def test_time_only_goes_forward(facts):
    """Without new facts a day that was reached stays reached."""
    facts |= {"remissions": [], "absences": []}
    seen = {}
    for days in range(0, 2400, 300):
        as_of = dt.date(2019, 1, 1) + dt.timedelta(days)
        for right in assess(facts, as_of)["rights"]:
            for finding in right["findings"]:
                if finding["criterion"] in ("half_served", "two_thirds_served", "served_six_months"):
                    key = right["right"], finding["criterion"]
                    assert not (seen.get(key) and finding["met"] is False)
                    seen[key] = finding["met"] and finding.get("applies", True)


@MANY
@given(people(), DAY)
def test_the_sum_adds_up(facts, as_of):
    found = assess(facts, as_of)
    last = {}
    for step in found["sums"]:
        operation = step["operation"]
        if "subtract_days" in operation or set(operation) == {"add_days"}:
            days = operation.get("add_days", 0) - operation.get("subtract_days", 0)
            begin = dt.date.fromisoformat(step["from"])
            assert (begin + dt.timedelta(days)).isoformat() == step["result"]
        last[operation.get("fraction", step["name"])] = step["result"]
    for name in ("start", "expiry_initial", "expiry", "release", "one_third", "half", "two_thirds"):
        if found["sums"]:
            assert last[name] == found["timeline"][name]

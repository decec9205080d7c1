"""The register as the law reads it: exact, and honest about what is not known."""

import datetime as dt

import pytest

from teladan.law.facts import parse
from teladan.people import queries, services
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Discipline,
    Programme,
    Remission,
    RiskAssessment,
    Stay,
    Verdict,
)
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, order_values, verdict_values

D = dt.date


def facts(stay, as_of=TODAY):
    (found,) = queries.facts_of([Stay.objects.select_related("person").get(pk=stay.pk)], as_of)
    parse(found)  # the law takes it
    return found


def add(stay, officer, model, **values):
    return services.add(model, stay, values, actor=officer, why=WHY, today=TODAY)


def known(stay, officer, *lists):
    stay = Stay.objects.get(pk=stay.pk)
    services.confirm_lists(stay, lists, expected_version=stay.version, actor=officer, why="Sudah diperiksa")


def test_what_nobody_has_entered_is_not_known(facility, officer):
    stay = admit_somebody(
        facility, officer, person={"birth_date": None, "religion": ""}, detention=None, verdicts=[], stay={}
    )
    assert facts(stay) == {"as_of": "2026-11-24", "person": {"sex": "male", "nationality": "ID"}}


def test_what_an_officer_confirmed_as_none_is_known(facility, officer):
    stay = admit_somebody(facility, officer, detention=None, verdicts=[])
    known(stay, officer, *FACT_LISTS)
    lists = ("detention", "sentences", "absences", "remissions", "conduct", "discipline", "risk", "programme", "merits")
    singles = ("illness", "pledge", "cooperation")
    found = facts(stay)
    assert {name: found[name] for name in lists} == {name: [] for name in lists}
    assert {name: found[name] for name in singles} == dict.fromkeys(singles)


def test_everything_entered_is_written_as_the_contract_says(facility, officer):
    sentence = {
        "kind": "prison",
        "years": 5,
        "months": 6,
        "fine_rp": 1_000_000_000,
        "fine_paid_rp": 0,
        "substitute_kind": "confinement",
        "substitute_months": 3,
    }
    stay = admit_somebody(
        facility,
        officer,
        detention=[order_values(end=D(2025, 3, 2)), order_values(authority="court", start=D(2025, 3, 3), place="city")],
        verdicts=[verdict_values(sentences=[sentence])],
    )
    add(stay, officer, Absence, from_day=D(2025, 4, 1), until=D(2025, 4, 3), reason="hospital_suspension")
    add(stay, officer, Remission, kind="general", granted_on=D(2025, 8, 17), months=2)
    add(stay, officer, Remission, kind="late", late_for="religious", granted_on=D(2026, 1, 5), days=15)
    add(stay, officer, ConductReport, month=D(2026, 10, 1), rating="good")
    add(stay, officer, Discipline, on=D(2025, 7, 2), level="heavy", rights_lost_until=D(2025, 12, 31))
    add(stay, officer, RiskAssessment, on=D(2026, 6, 1), level="low")
    add(stay, officer, Programme, name="Kayu", from_day=D(2025, 9, 1))
    add(stay, officer, Certificate, kind="illness", on=D(2026, 2, 1))
    add(stay, officer, Certificate, kind="pledge", detail="loyalty", on=D(2026, 3, 1))
    add(stay, officer, Certificate, kind="cooperation", on=D(2025, 5, 1))
    add(stay, officer, Certificate, kind="merit", detail="blood_donor", on=D(2026, 4, 1))
    assert facts(stay) == {
        "as_of": "2026-11-24",
        "person": {"birth_date": "1980-05-01", "sex": "male", "religion": "catholic", "nationality": "ID"},
        "detention": [
            {"start": "2025-02-01", "end": "2025-03-02", "place": "prison", "authority": "investigator"},
            {"start": "2025-03-03", "end": None, "place": "city", "authority": "court"},
        ],
        "sentences": [
            {
                "case_number": "12/Pid.B/2025/PN Ujg",
                "kind": "prison",
                "final_on": "2025-06-08",
                "term": {"years": 5, "months": 6, "days": 0},
                "offence": "theft",
                "articles": ["KUHP:363"],
                "fine": {
                    "amount_rp": 1_000_000_000,
                    "substitute": {"years": 0, "months": 3, "days": 0},
                    "paid_rp": 0,
                },
                "restitution": None,
            }
        ],
        "absences": [{"from": "2025-04-01", "until": "2025-04-03", "reason": "hospital_suspension"}],
        "remissions": [
            {"kind": "general", "granted_on": "2025-08-17", "term": {"months": 2, "days": 0}},
            {
                "kind": "late",
                "granted_on": "2026-01-05",
                "term": {"months": 0, "days": 15},
                "late_for": "religious",
            },
        ],
        "conduct": [{"month": "2026-10", "rating": "good"}],
        "discipline": [{"on": "2025-07-02", "level": "heavy", "rights_lost_until": "2025-12-31"}],
        "risk": [{"on": "2026-06-01", "level": "low"}],
        "programme": [{"from": "2025-09-01", "until": None}],
        "illness": {"certified_on": "2026-02-01"},
        "pledge": {"on": "2026-03-01", "kind": "loyalty"},
        "cooperation": {"on": "2025-05-01"},
        "merits": [{"kind": "blood_donor", "on": "2026-04-01"}],
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"final_on": D(2025, 6, 8)}, {"final_on": "2025-06-08"}),
        ({"final_on": None, "is_final_known": True}, {"final_on": None}),
        ({"final_on": None, "is_final_known": False}, {}),
    ],
)
def test_final_not_final_and_not_known_are_three_things(facility, officer, values, expected):
    stay = admit_somebody(facility, officer, verdicts=[verdict_values(**values)])
    (sentence,) = facts(stay)["sentences"]
    assert {name: sentence[name] for name in ("final_on",) if name in sentence} == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"fine_known": False}, {}),
        ({}, {"fine": None}),
        ({"fine_rp": 5}, {"fine": {"amount_rp": 5}}),
        ({"fine_rp": 5, "fine_paid_rp": 5}, {"fine": {"amount_rp": 5, "paid_rp": 5}}),
    ],
)
def test_a_fine_not_known_none_unpaid_and_paid(facility, officer, values, expected):
    stay = admit_somebody(
        facility, officer, verdicts=[verdict_values(sentences=[{"kind": "prison", "years": 1} | values])]
    )
    (sentence,) = facts(stay)["sentences"]
    assert {name: sentence[name] for name in ("fine",) if name in sentence} == expected


def test_life_has_no_term(facility, officer):
    stay = admit_somebody(facility, officer, verdicts=[verdict_values(sentences=[{"kind": "life"}])])
    assert "term" not in facts(stay)["sentences"][0]


def test_sentences_come_in_the_order_they_are_served(facility, officer):
    both = [{"kind": "prison", "years": 2}, {"kind": "prison", "months": 8}]
    stay = admit_somebody(facility, officer, verdicts=[verdict_values(sentences=both)])
    assert [sentence["term"]["years"] for sentence in facts(stay)["sentences"]] == [2, 0]


def test_a_judgment_without_its_punishment_is_not_known_to_be_none(facility, officer):
    stay = admit_somebody(facility, officer, verdicts=[])
    known(stay, officer, "sentences")
    assert facts(stay)["sentences"] == []
    values = {"case_number": "1/Pid.B/2025/PN Ujg", "verdict_date": D(2025, 6, 1)}
    services.add(Verdict, stay, values, actor=officer, why=WHY, today=TODAY)
    assert "sentences" not in facts(stay)


def test_a_letter_dated_later_does_not_hide_the_one_that_counts(officer, stay):
    add(stay, officer, Certificate, kind="pledge", detail="loyalty", on=D(2025, 5, 1))
    add(stay, officer, Certificate, kind="pledge", detail="no_repeat", on=D(2026, 5, 1))
    assert facts(stay)["pledge"] == {"kind": "loyalty", "on": "2025-05-01"}
    assert facts(stay, D(2025, 1, 1))["pledge"]["kind"] == "loyalty"


def test_somebody_on_leave(officer, stay):
    services.release(stay, D(2026, 5, 1), "parole", expected_version=1, actor=officer, why="SK", today=TODAY)
    assert facts(stay)["on_leave"] == {"kind": "parole", "from": "2026-05-01"}


def test_the_number_of_queries_does_not_grow(facility, officer, stay, django_assert_max_num_queries):
    for number in range(2, 8):
        admit_somebody(
            facility,
            officer,
            person={"name": f"Orang {'abcdefgh'[number]}", "birth_date": D(1970 + number, 1, 1)},
            stay={"register_number": str(number)},
            verdicts=[verdict_values(case_number=f"{number}/Pid.B/2025/PN Ujg")],
        )
    with django_assert_max_num_queries(3):
        assert len(queries.facts_of(queries.people_inside(facility), TODAY)) == 7

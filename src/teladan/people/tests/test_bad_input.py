"""Data that cannot be true is refused, with the field, what is wrong and what to do, in both languages."""

import datetime as dt

import pytest

from teladan.ledger.models import Entry
from teladan.people import services
from teladan.people.errors import Invalid
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Programme,
    Remission,
    RiskAssessment,
    Verdict,
)
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, order_values, verdict_values

D = dt.date
BEFORE, TOMORROW = D(2025, 1, 31), D(2026, 11, 25)

ADMISSIONS = {
    "birth in the future": ({"person": {"birth_date": TOMORROW}}, "in_future", "birth_date"),
    "birth after custody": ({"person": {"birth_date": D(2025, 2, 2)}}, "born_after_custody", "birth_date"),
    "birth in another century": ({"person": {"birth_date": D(1880, 5, 1)}}, "too_old", "birth_date"),
    "a name without letters": ({"person": {"name": "..."}}, "name_missing", "name"),
    "no name": ({"person": {"name": ""}}, "blank", "name"),
    "fifteen digits": ({"person": {"nik": "123456789012345"}}, "nik_shape", "nik"),
    "letters in the national number": ({"person": {"nik": "53710101018000O1"}}, "nik_shape", "nik"),
    "a country in words": ({"person": {"nationality": "in"}}, "country_shape", "nationality"),
    "admitted tomorrow": ({"stay": {"admitted_on": TOMORROW}}, "in_future", "admitted_on"),
    "no register number": ({"stay": {"register_number": " "}}, "register_number_missing", "register_number"),
    "released before admitted": ({"stay": {"released_on": BEFORE}}, "end_before_start", "released_on"),
    "an unknown list": ({"stay": {"known_lists": ["hobbies"]}}, "unknown_list", "known_lists"),
    "a day that does not exist": ({"stay": {"admitted_on": "2025-02-30"}}, "invalid_date", "admitted_on"),
    "detention ends before it starts": ({"detention": order_values(end=BEFORE)}, "end_before_start", "end"),
    "detention in the future": ({"detention": order_values(start=TOMORROW)}, "in_future", "start"),
    "an order twice": ({"detention": [order_values(), order_values()]}, "already_recorded", "start"),
    "convicted before detained": (
        {"verdicts": [verdict_values(verdict_date=BEFORE)]},
        "verdict_before_detention",
        "verdict_date",
    ),
    "convicted before born": (
        {"verdicts": [verdict_values(verdict_date=D(1979, 1, 1))]},
        "verdict_before_birth",
        "verdict_date",
    ),
    "verdict in the future": ({"verdicts": [verdict_values(verdict_date=TOMORROW)]}, "in_future", "verdict_date"),
    "final before pronounced": ({"verdicts": [verdict_values(final_on=D(2025, 5, 1))]}, "end_before_start", "final_on"),
    "no case number": ({"verdicts": [verdict_values(case_number=" ")]}, "case_number_missing", "case_number"),
    "a case twice": ({"verdicts": [verdict_values(), verdict_values()]}, "case_number_twice", "case_number"),
    "a term of zero": ({"verdicts": [verdict_values(sentences=[{"kind": "prison"}])]}, "term_zero", "years"),
    "a negative term": (
        {"verdicts": [verdict_values(sentences=[{"kind": "prison", "years": -1}])]},
        "min_value",
        "years",
    ),
    "life with a length": (
        {"verdicts": [verdict_values(sentences=[{"kind": "life", "years": 20}])]},
        "term_without_end",
        "years",
    ),
    "a term of centuries": (
        {"verdicts": [verdict_values(sentences=[{"kind": "prison", "years": 300}])]},
        "term_too_long",
        "years",
    ),
    "a term in words": (
        {"verdicts": [verdict_values(sentences=[{"kind": "prison", "years": "dua"}])]},
        "invalid",
        "years",
    ),
    "a substitute for no fine": (
        {"verdicts": [verdict_values(sentences=[{"kind": "prison", "years": 1, "substitute_months": 3}])]},
        "nothing_imposed",
        "fine_rp",
    ),
    "more paid than imposed": (
        {"verdicts": [verdict_values(sentences=[{"kind": "prison", "years": 1, "fine_rp": 1, "fine_paid_rp": 2}])]},
        "paid_too_much",
        "fine_paid_rp",
    ),
}

GRANT = {"kind": "general", "granted_on": D(2025, 8, 17), "months": 1}
ROWS = {
    "remission before custody": (Remission, GRANT | {"granted_on": D(2024, 8, 17)}, "before_custody"),
    "remission of nothing": (Remission, GRANT | {"months": 0}, "remission_zero"),
    "remission years ahead": (Remission, GRANT | {"granted_on": D(2028, 8, 17)}, "in_future"),
    "late remission for nothing": (Remission, GRANT | {"kind": "late"}, "late_for"),
    "a general remission that is late for": (Remission, GRANT | {"late_for": "general"}, "late_for"),
    "conduct in the middle of a month": (
        ConductReport,
        {"month": D(2026, 5, 2), "rating": "good"},
        "month_not_first",
    ),
    "conduct of a month to come": (ConductReport, {"month": D(2026, 12, 1), "rating": "good"}, "in_future"),
    "conduct before custody": (ConductReport, {"month": D(2025, 1, 1), "rating": "good"}, "before_custody"),
    "an unknown rating": (ConductReport, {"month": D(2026, 5, 1), "rating": "fine"}, "invalid_choice"),
    "a violation tomorrow": (Discipline, {"on": TOMORROW, "level": "light"}, "in_future"),
    "a violation before custody": (Discipline, {"on": BEFORE, "level": "light"}, "before_custody"),
    "rights lost before the violation": (
        Discipline,
        {"on": D(2026, 5, 1), "level": "heavy", "rights_lost_until": D(2026, 4, 1)},
        "end_before_start",
    ),
    "a risk before custody": (RiskAssessment, {"on": BEFORE, "level": "low"}, "before_custody"),
    "a programme that ends first": (
        Programme,
        {"from_day": D(2026, 5, 1), "until": D(2026, 4, 1)},
        "end_before_start",
    ),
    "back before away": (
        Absence,
        {"from_day": D(2026, 5, 1), "until": D(2026, 4, 1), "reason": "escape"},
        "end_before_start",
    ),
    "away before custody": (Absence, {"from_day": BEFORE, "until": None, "reason": "escape"}, "before_custody"),
    "a pledge of what": (Certificate, {"kind": "pledge", "on": D(2026, 5, 1)}, "detail"),
    "an unknown merit": (Certificate, {"kind": "merit", "detail": "singing", "on": D(2026, 5, 1)}, "detail"),
    "the same case again": (Verdict, {"case_number": "12/Pid.B/2025/PN.UJG"}, "case_number_twice"),
    "the same order again": (Detention, {"authority": "investigator", "start": D(2025, 2, 1)}, "already_recorded"),
}
TWICE = {
    "general remission twice a year": (Remission, GRANT, GRANT | {"granted_on": D(2025, 9, 1)}, "same_kind_same_year"),
    "two reports a month": (
        ConductReport,
        {"month": D(2026, 5, 1), "rating": "good"},
        {"month": D(2026, 5, 1), "rating": "poor"},
        "already_recorded",
    ),
    "the same violation": (
        Discipline,
        {"on": D(2026, 5, 1), "level": "heavy"},
        {"on": D(2026, 5, 1), "level": "heavy"},
        "already_recorded",
    ),
    "two risks a day": (
        RiskAssessment,
        {"on": D(2026, 5, 1), "level": "low"},
        {"on": D(2026, 5, 1), "level": "high"},
        "already_recorded",
    ),
}


def expect(refused, code, field=None):
    found = {problem.code: problem for problem in refused.value.problems}
    assert code in found, found
    problem = found[code]
    assert field in {None, problem.field}
    assert problem.id
    assert problem.en
    assert problem.id != problem.en


@pytest.mark.parametrize(("values", "code", "field"), ADMISSIONS.values(), ids=ADMISSIONS.keys())
def test_an_impossible_admission_is_refused(facility, officer, values, code, field):
    with pytest.raises(Invalid) as refused:
        admit_somebody(facility, officer, **values)
    expect(refused, code, field)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(("model", "values", "code"), ROWS.values(), ids=ROWS.keys())
def test_an_impossible_row_is_refused(officer, stay, model, values, code):
    before = model.objects.count()
    with pytest.raises(Invalid) as refused:
        services.add(model, stay, values, actor=officer, why=WHY, today=TODAY)
    expect(refused, code)
    assert model.objects.count() == before


@pytest.mark.parametrize(("model", "first", "second", "code"), TWICE.values(), ids=TWICE.keys())
def test_what_is_there_once_is_not_added_twice(officer, stay, model, first, second, code):
    services.add(model, stay, first, actor=officer, why=WHY, today=TODAY)
    with pytest.raises(Invalid) as refused:
        services.add(model, stay, second, actor=officer, why=WHY, today=TODAY)
    expect(refused, code)


def test_the_dates_that_contradict_are_shown(facility, officer):
    with pytest.raises(Invalid) as refused:
        admit_somebody(facility, officer, verdicts=[verdict_values(verdict_date=BEFORE, final_on=None)])
    (problem,) = refused.value.problems
    assert "31 Januari 2025" in problem.id
    assert "1 Februari 2025" in problem.id
    assert "31 January 2025" in problem.en


ALLOWED = {
    "an older case served together": [
        verdict_values(case_number="1/Pid.B/2024/PN Ujg", verdict_date=D(2024, 5, 1), final_on=D(2024, 5, 8)),
        verdict_values(),
    ],
    "judgment not final yet": [verdict_values(final_on=None)],
    "a life sentence": [verdict_values(sentences=[{"kind": "life"}])],
}


@pytest.mark.parametrize("verdicts", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_is_rare_but_true_is_taken(facility, officer, verdicts):
    assert admit_somebody(facility, officer, verdicts=verdicts).pk


def test_somebody_who_stayed_free_until_the_verdict_is_taken(facility, officer):
    order = order_values(authority="", start=D(2025, 7, 1))
    stay = {"admitted_on": D(2025, 7, 1)}
    assert admit_somebody(facility, officer, stay=stay, detention=order).pk


def test_a_general_and_a_religious_late_grant_may_fall_on_one_day(officer, stay):
    for late_for in ("general", "religious"):
        values = {"kind": "late", "late_for": late_for, "granted_on": D(2026, 1, 5), "months": 1}
        services.add(Remission, stay, values, actor=officer, why=WHY, today=TODAY)
    assert stay.remissions.count() == 2

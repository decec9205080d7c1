"""A check looks at what `LOOKS_AT` says and at nothing else: an added row is judged by the checks of its model only."""

import datetime as dt
from dataclasses import dataclass, field

import pytest

from teladan.people.checks import CHECKS, LOOKS_AT, checks_of, read_for
from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Movement,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)
from teladan.people.tests.conftest import TODAY
from teladan.people.whole import LISTS, Whole

DAY = dt.date(2025, 3, 1)


@dataclass(frozen=True)
class Watched(Whole):
    """A whole that keeps what it was asked for."""

    asked: set = field(default_factory=set)

    def of(self, model):
        self.asked.add(model)
        return super().of(model)


def everything() -> Watched:
    """One row of each, so that every check goes to its end."""
    person = Person(name="Ano", birth_date=dt.date(1990, 1, 1), sex="male", nationality="ID")
    stay = Stay(person=person, register_number="1", status="convict", admitted_on=DAY, known_lists=[])
    verdict = Verdict(stay=stay, case_number="1/Pid.B/2025/PN Cth", verdict_date=DAY, final_on=DAY)
    rows = {
        Detention: [Detention(stay=stay, start=DAY, authority="police")],
        Absence: [Absence(stay=stay, from_day=DAY, until=DAY)],
        Verdict: [verdict],
        Sentence: [Sentence(verdict=verdict, kind="prison", years=1)],
        Remission: [Remission(stay=stay, kind="general", granted_on=DAY, months=1)],
        Certificate: [Certificate(stay=stay, kind="illness", on=DAY)],
        # An earlier month than custody asks for the first day held.
        ConductReport: [ConductReport(stay=stay, month=dt.date(2025, 1, 1), rating="good")],
        Discipline: [Discipline(stay=stay, on=DAY, level="light")],
        RiskAssessment: [RiskAssessment(stay=stay, on=DAY, level="low")],
        Programme: [Programme(stay=stay, name="Las", from_day=DAY)],
    }
    return Watched(stay, person, rows)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_looks_at_what_is_said(check):
    whole = everything()
    list(check(whole, TODAY))
    assert whole.asked == LOOKS_AT[check]


def test_every_model_is_read_for_its_own_checks():
    assert all(model in read_for(model) for model in set(LISTS) - {Movement})
    assert checks_of(Stay) == checks_of(Person) == list(CHECKS)

"""Cases open by themselves, follow the law, and never twice."""

import datetime as dt

import pytest

from teladan.people.models import ConductReport, Document, Person, Programme, RiskAssessment, Sentence, Stay
from teladan.people.services import add, change, confirm_lists, release
from teladan.rights.day import judged_on
from teladan.rights.models import Case, RightsSetting, Step
from teladan.rights.services import assess_facility, open_due_cases
from teladan.rights.tests.world import LAST_MONTH, TODAY, convict, facility, kept, now, officer

pytestmark = pytest.mark.django_db


def nightly(where, day: dt.date = TODAY):
    assess_facility(where, day)
    return open_due_cases(where, day, now=now(day))


def parole_of(stay) -> Case:
    return Case.objects.get(stay=stay, right="parole")


def test_a_case_opens_ninety_days_before_its_day_and_not_before() -> None:
    stay = convict(facility())  # two thirds: 10 June 2026
    nightly(stay.facility, dt.date(2026, 3, 11))
    assert not Case.objects.filter(right="parole").exists()
    nightly(stay.facility, dt.date(2026, 3, 12))
    case = parole_of(stay)
    assert (case.state, case.date, case.occurrence) == ("open", dt.date(2026, 6, 10), "2024-06-10")
    first = case.steps.first()
    assert (first.kind, first.state, first.opened_on) == ("documents", "open", dt.date(2026, 3, 12))
    assert [step.kind for step in case.steps.all()][-2:] == ["decision", "handover"]


def test_preparation_is_a_setting() -> None:
    stay = convict(facility())
    kept(RightsSetting, facility=stay.facility, preparation_days=10)
    nightly(stay.facility, dt.date(2026, 5, 30))
    assert not Case.objects.filter(right="parole").exists()
    nightly(stay.facility, dt.date(2026, 5, 31))
    assert parole_of(stay).date == dt.date(2026, 6, 10)


def test_never_twice() -> None:
    where = facility()
    for _ in range(3):
        convict(where)
    first = nightly(where)
    assert first.opened > 0
    again = nightly(where)
    assert (again.opened, again.reopened, again.moved, again.closed) == (0, 0, 0, 0)


def test_missing_facts_are_the_first_step_and_it_ends_by_itself() -> None:
    stay = convict(facility(), known=False)
    clerk = officer(stay.facility)
    nightly(stay.facility)
    case = parole_of(stay)
    first = case.steps.get(state="open")
    assert first.kind == "complete_facts"
    assert "risk_has_fallen" in {line["code"] for line in first.checklist}
    with judged_on(TODAY):
        said = {"actor": clerk, "why": "Dilengkapi", "today": TODAY}
        add(RiskAssessment, stay, {"on": dt.date(2025, 1, 1), "level": "low"}, **said)
        case.refresh_from_db()
        left = {line["code"] for line in case.steps.get(state="open").checklist}
        assert "risk_has_fallen" not in left
        add(ConductReport, stay, {"month": LAST_MONTH, "rating": "good"}, **said)
        add(Programme, stay, {"from_day": dt.date(2025, 1, 1)}, **said)
        fresh = Stay.objects.get(pk=stay.pk)
        confirm_lists(fresh, ["discipline", "absences", "remissions"], expected_version=fresh.version, **said)
    steps = list(case.steps.filter(kind__in=["complete_facts", "documents"]).values_list("kind", "state"))
    assert steps == [("complete_facts", "done"), ("documents", "open")]


def test_a_blocked_right_opens_no_case() -> None:
    stay = convict(facility(), risk="high")
    nightly(stay.facility)
    assert not Case.objects.filter(right="parole").exists()


def test_the_date_of_an_open_case_moves_with_a_note() -> None:
    stay = convict(facility())
    nightly(stay.facility)
    sentence = Sentence.objects.get(verdict__stay=stay)
    with judged_on(TODAY):
        change(
            sentence,
            {"years": 3, "months": 1},
            expected_version=1,
            actor=officer(stay.facility),
            why="Salah tulis",
            today=TODAY,
        )
    case = parole_of(stay)
    assert case.date == dt.date(2026, 6, 30)
    assert case.version == 2
    assert case.history.first().history_change_reason == "Mengikuti perhitungan yang baru"


def test_a_case_closes_when_the_law_excludes_and_opens_again_when_it_does_not() -> None:
    stay = convict(facility())
    nightly(stay.facility)
    clerk = officer(stay.facility)
    sentence = Sentence.objects.get(verdict__stay=stay)
    said = {"actor": clerk, "why": "Koreksi putusan", "today": TODAY}
    with judged_on(TODAY):
        change(sentence, {"years": 1, "months": 0}, expected_version=1, **said)
    case = parole_of(stay)
    assert (case.state, case.close_reason) == ("closed", "excluded")  # two thirds below nine months
    assert not case.steps.filter(state__in=["open", "waiting"]).exists()
    with judged_on(TODAY):
        change(sentence, {"years": 3, "months": 0}, expected_version=2, **said)
    case.refresh_from_db()
    assert (case.state, case.close_reason) == ("open", "")
    assert case.steps.get(state="open").kind == "documents"
    assert Case.objects.filter(stay=stay, right="parole").count() == 1


def test_release_closes_what_is_open() -> None:
    stay = convict(facility())
    nightly(stay.facility)
    with judged_on(TODAY):
        release(stay, TODAY, "pardon", expected_version=1, actor=officer(stay.facility), why="Grasi", today=TODAY)
    assert set(Case.objects.values_list("state", "close_reason")) == {("closed", "released")}


def test_a_problem_with_the_facts_leaves_the_case_as_it_is() -> None:
    stay = convict(facility())
    nightly(stay.facility)
    Person.objects.filter(pk=stay.person_id).update(birth_date=dt.date(2025, 1, 1))
    nightly(stay.facility)
    assert parole_of(stay).state == "open"


def test_documents_in_the_register_are_ticked_already() -> None:
    stay = convict(facility())
    document = kept(Document, stay=stay, kind="verdict", name="petikan.pdf", file="x.pdf", sha256="0" * 64)
    nightly(stay.facility)
    lines = {line["code"]: line for line in parole_of(stay).steps.get(kind="documents").checklist}
    assert (lines["verdict"]["done"], lines["verdict"]["document"]) == (True, document.pk)
    assert lines["guarantee"]["done"] is False
    assert "embassy_guarantee" not in lines


def test_every_open_case_has_exactly_one_open_step() -> None:
    where = facility()
    for years in (1, 2, 3, 4):
        convict(where, years=years, known=years % 2 == 0)
    nightly(where)
    for case in Case.objects.all():
        assert case.steps.filter(state=Step.State.OPEN).count() == (1 if case.state == "open" else 0)

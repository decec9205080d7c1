"""One row is changed, added, removed."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from teladan.ledger.models import Entry
from teladan.people import services
from teladan.people.errors import Invalid, Stale
from teladan.people.models import (
    Detention,
    Discipline,
    Facility,
    Remission,
    RiskAssessment,
    Sentence,
    Verdict,
)
from teladan.people.tests.conftest import TODAY, WHY, make_officer, verdict_values

AUGUST = {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 1}


def change(row, officer, version=1, why=WHY, **values):
    return services.change(row, values, expected_version=version, actor=officer, why=why, today=TODAY)


def test_a_change_keeps_who_and_why(officer, stay):
    changed = change(stay, officer, room="A1", why="Sesuai sidang TPP")
    stay.refresh_from_db()
    assert (stay.room, stay.version, changed.version) == ("A1", 2, 2)
    record = stay.history.first()
    assert (record.history_user, record.history_change_reason, record.version) == (officer, "Sesuai sidang TPP", 2)


def test_a_change_from_an_older_version_names_who_changed_what(facility, officer, stay):
    other = make_officer(facility, "kedua", "Petugas Kedua")
    change(stay, other, room="B2")
    with pytest.raises(Stale) as refused:
        change(stay, officer, room="C3")
    stay.refresh_from_db()
    assert stay.room == "B2"
    assert refused.value.current.room == "B2"
    (since,) = refused.value.changes
    assert (since.who, [(field.name, field.old, field.new) for field in since.fields]) == (
        "Petugas Kedua",
        [("room", "", "B2")],
    )
    assert "Petugas Kedua" in refused.value.problems[0].id


def test_a_form_sent_twice_changes_once(officer, stay):
    change(stay, officer, room="A1")
    again = change(stay, officer, room="A1")
    assert again.version == 2
    assert stay.history.count() == 2


def test_nothing_to_change_writes_nothing(officer, stay):
    entries = Entry.objects.count()
    assert change(stay, officer, status="convict").version == 1
    assert Entry.objects.count() == entries


def test_texts_of_a_form_become_values(officer, stay):
    order = change(stay.detentions.get(), officer, end="2025-06-01")
    assert order.end == dt.date(2025, 6, 1)
    assert change(order, officer, version=2, end="").end is None


def test_a_value_that_does_not_fit_is_named_in_both_languages(officer, stay):
    with pytest.raises(Invalid) as refused:
        change(stay.detentions.get(), officer, start="2025-02-31")
    (problem,) = refused.value.by_field()["start"]
    assert problem.id != problem.en
    with pytest.raises(Invalid) as refused:
        change(stay.person, officer, religion="jedi")
    assert list(refused.value.by_field()) == ["religion"]


def test_an_old_contradiction_does_not_block_other_work(officer, stay):
    old = Remission(stay=stay, kind="general", granted_on=dt.date(2020, 8, 17), months=1)
    old._change_reason = "Data lama"
    old.save()
    assert change(stay, officer, room="A1").room == "A1"
    with pytest.raises(Invalid):
        services.add(
            Remission, stay, AUGUST | {"granted_on": dt.date(2019, 8, 17)}, actor=officer, why=WHY, today=TODAY
        )


def test_a_change_may_not_make_another_row_impossible(officer, stay):
    services.add(Remission, stay, AUGUST, actor=officer, why=WHY, today=TODAY)
    change(stay, officer, admitted_on=dt.date(2025, 10, 1))
    with pytest.raises(Invalid) as refused:
        change(stay.detentions.get(), officer, start=dt.date(2025, 10, 1))
    assert {problem.code for problem in refused.value.problems} == {"before_custody", "verdict_before_detention"}
    assert "17 Agustus 2025" in " ".join(problem.id for problem in refused.value.problems)


def test_rows_are_added_and_numbered(officer, stay):
    verdict = services.add(
        Verdict,
        stay,
        {key: value for key, value in verdict_values(case_number="99/Pid.B/2025/PN Ujg").items() if key != "sentences"},
        actor=officer,
        why=WHY,
        today=TODAY,
    )
    sentence = services.add(
        Sentence, stay, {"verdict": verdict, "kind": "prison", "months": 6}, actor=officer, why=WHY, today=TODAY
    )
    assert sentence.order == 2


def test_a_verdict_of_somebody_else_is_refused(officer, stay, facility):
    from teladan.people.tests.conftest import admit_somebody  # noqa: PLC0415

    other = admit_somebody(
        facility,
        officer,
        person={"name": "Markus", "birth_date": None},
        stay={"register_number": "2"},
        verdicts=[verdict_values(case_number="2/Pid.B/2025/PN Ujg")],
    )
    with pytest.raises(ValueError, match="another stay"):
        services.add(
            Sentence,
            stay,
            {"verdict": other.verdicts.get(), "kind": "prison", "years": 1},
            actor=officer,
            why=WHY,
            today=TODAY,
        )


def test_many_rows_are_added_all_or_none(officer, stay):
    rows = [(stay, {"on": dt.date(2026, month, 1), "level": "high"}) for month in range(1, 6)]
    made = services.add_many(RiskAssessment, rows, actor=officer, why=WHY, today=TODAY)
    assert [row.history.get().history_user for row in made] == [officer] * 5
    with pytest.raises(Invalid):
        services.add_many(
            RiskAssessment,
            [(stay, {"on": dt.date(2026, 7, 1), "level": "low"}), rows[0]],
            actor=officer,
            why=WHY,
            today=TODAY,
        )
    assert stay.risk_assessments.count() == 5


def test_many_rows_take_a_fixed_number_of_queries(officer, stay, django_assert_max_num_queries):
    rows = [(stay, {"on": dt.date(2026, 1, 1) + dt.timedelta(n), "level": "high"}) for n in range(60)]
    with django_assert_max_num_queries(24):
        services.add_many(RiskAssessment, rows, actor=officer, why=WHY, today=TODAY)


def test_a_removed_row_stays_in_the_history(officer, stay):
    row = services.add(
        Discipline, stay, {"on": dt.date(2026, 1, 1), "level": "light"}, actor=officer, why=WHY, today=TODAY
    )
    services.remove(row, expected_version=1, actor=officer, why="Salah orang", today=TODAY)
    assert not Discipline.objects.exists()
    last = Discipline.history.filter(id=row.pk).first()
    assert (last.history_type, last.history_change_reason, last.history_user) == ("-", "Salah orang", officer)


def test_a_verdict_takes_its_sentences_with_it(officer, stay):
    verdict = stay.verdicts.get()
    services.remove(verdict, expected_version=1, actor=officer, why="Bukan perkaranya", today=TODAY)
    assert not Sentence.objects.exists()
    assert Sentence.history.filter(history_type="-").get().history_change_reason == "Bukan perkaranya"


def test_what_is_left_after_a_removal_must_agree(officer, stay):
    change(stay, officer, admitted_on=dt.date(2025, 10, 1))
    services.add(Remission, stay, AUGUST, actor=officer, why=WHY, today=TODAY)
    with pytest.raises(Invalid):
        services.remove(stay.detentions.get(), expected_version=1, actor=officer, why=WHY, today=TODAY)
    assert Detention.objects.filter(stay=stay).exists()


def test_a_stale_removal_is_refused(officer, stay):
    order = stay.detentions.get()
    change(order, officer, end=dt.date(2025, 7, 1))
    with pytest.raises(Stale):
        services.remove(order, expected_version=1, actor=officer, why=WHY, today=TODAY)


def test_people_and_stays_are_never_removed(officer, stay):
    for row in (stay, stay.person):
        with pytest.raises(TypeError, match="never removed"):
            services.remove(row, expected_version=1, actor=officer, why=WHY)


def test_an_officer_of_another_facility_changes_nothing(stay):
    other = Facility.objects.create(name="Lain", place="L", regional_office="K", probation_office="B")
    stranger = make_officer(other, "asing", "Asing")
    with pytest.raises(PermissionDenied):
        change(stay, stranger, room="X")
    with pytest.raises(PermissionDenied):
        services.add(Remission, stay, AUGUST, actor=stranger, why=WHY, today=TODAY)

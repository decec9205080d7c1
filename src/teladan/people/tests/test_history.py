"""Every change of a stay in one list: when, who, which field, old, new, why."""

import datetime as dt

import pytest
from django.utils.translation import override

from teladan.people import services
from teladan.people.models import Certificate, Document, Remission, Sentence, Verdict
from teladan.people.queries import history_of
from teladan.people.tests.conftest import TODAY, WHY, admit_somebody, make_officer, verdict_values


@pytest.fixture
def busy(facility, officer, stay):
    other = make_officer(facility, "wali", "Wali Kedua")
    services.change(
        stay, {"room": "A1", "case_officer": other}, expected_version=1, actor=other, why="Pindah", today=TODAY
    )
    services.change(
        stay.person, {"religion": "islam"}, expected_version=1, actor=officer, why="Sesuai BAP", today=TODAY
    )
    services.change(
        stay.verdicts.get(),
        {"articles": ["KUHP:362"], "final_on": None, "is_final_known": False},
        expected_version=1,
        actor=officer,
        why="Banding",
        today=TODAY,
    )
    grant = {"kind": "general", "granted_on": dt.date(2025, 8, 17), "months": 1}
    row = services.add(Remission, stay, grant, actor=officer, why="SK", today=TODAY)
    services.remove(row, expected_version=1, actor=officer, why="Salah orang", today=TODAY)
    return stay


def fields(change):
    return {field.name: (field.old, field.new) for field in change.fields}


def test_what_happened_is_told_newest_first(busy):
    removed, granted, verdict, person, moved, *admission = history_of(busy)
    assert (removed.kind, removed.why, fields(removed)["months"]) == ("removed", "Salah orang", (1, None))
    assert (granted.kind, granted.who, granted.label) == ("added", "Petugas Pertama", "remisi")
    assert fields(granted)["granted_on"] == (None, dt.date(2025, 8, 17))
    assert fields(verdict) == {
        "articles": (["KUHP:363"], ["KUHP:362"]),
        "final_on": (dt.date(2025, 6, 8), None),
        "is_final_known": (True, False),
    }
    assert (person.model, fields(person)) == ("person", {"religion": ("Katolik", "Islam")})
    assert (moved.who, moved.why, moved.version) == ("Wali Kedua", "Pindah", 2)
    assert fields(moved) == {"room": ("", "A1"), "case_officer": (None, "Wali Kedua")}
    assert {change.kind for change in admission} == {"added"}
    assert {change.model for change in admission} == {
        "person",
        "stay",
        "detention",
        "verdict",
        "sentence",
        "movement",
    }


def test_it_is_one_query_however_much_happened(busy, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(history_of(busy)) == 11


def test_labels_are_in_the_readers_language(busy):
    with override("en"):
        labels = {change.model: change.label for change in history_of(busy)}
    assert labels["remission"] != "remisi"


def test_a_removed_verdict_and_its_sentences_stay_in_the_list(officer, stay):
    services.remove(stay.verdicts.get(), expected_version=1, actor=officer, why="Bukan perkaranya", today=TODAY)
    removed = [change for change in history_of(stay) if change.kind == "removed"]
    assert {change.model for change in removed} == {"verdict", "sentence"}
    assert {change.why for change in removed} == {"Bukan perkaranya"}


def test_somebody_elses_changes_are_not_in_the_list(facility, officer, stay):
    other = admit_somebody(
        facility,
        officer,
        person={"name": "Markus", "birth_date": None},
        stay={"register_number": "2"},
        verdicts=[verdict_values(case_number="2/Pid.B/2025/PN Ujg")],
    )
    services.change(other, {"room": "Z9"}, expected_version=1, actor=officer, why="Pindah", today=TODAY)
    assert not any("Z9" in str(change.fields) for change in history_of(stay))
    assert len(history_of(stay)) == 6


def test_every_model_of_a_stay_is_in_the_list(officer, stay):
    services.attach_document(stay, kind="other", name="a.txt", content=b"isi", actor=officer, why="Arsip", today=TODAY)
    letter = {"kind": "illness", "on": dt.date(2026, 1, 1)}
    services.add(Certificate, stay, letter, actor=officer, why=WHY, today=TODAY)
    models = {change.model for change in history_of(stay)}
    assert {"document", "certificate"} <= models


def test_an_act_of_the_program_has_no_officer(stay):
    services.change(stay, {"room": "A1"}, expected_version=1, actor=None, why="Penempatan", today=TODAY)
    assert history_of(stay)[0].who == ""


def test_history_knows_every_row_a_stay_can_have():
    from teladan.people.models import Stay  # noqa: PLC0415
    from teladan.people.queries.history import MODELS  # noqa: PLC0415

    related = {relation.related_model for relation in Stay._meta.related_objects}
    ours = {model for model in related if model.__module__.startswith("teladan.people.") and hasattr(model, "history")}
    ours -= {model for model in ours if model.__name__ == "IntakeProposal"}  # not of the register yet
    assert ours <= set(MODELS)
    assert {Document, Sentence, Verdict} <= set(MODELS)

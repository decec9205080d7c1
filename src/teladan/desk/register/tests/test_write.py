"""Add, change, remove: every kind of row, with its reason, once, and never over somebody else's work."""

from datetime import date

import pytest
from django.urls import reverse

from teladan.desk.register.kinds import KINDS
from teladan.desk.register.tests.filling import fields_of, send
from teladan.people.models import Absence, ConductReport, Discipline, Movement, Programme, Remission, Sentence, Verdict

ROWS = {
    "penahanan": (
        "registrar",
        {"place": "prison", "authority": "prosecutor", "start": "2024-05-01", "end": "2024-05-20"},
    ),
    "tidak-dihitung": ("registrar", {"reason": "escape", "from_day": "2024-12-01", "until": "2024-12-05"}),
    "mutasi": ("security", {"kind": "court", "at": "2026-11-20T09:30"}),
    "putusan": ("registrar", {"case_number": "9/Pid.B/2025/PN Contoh", "final_state": "unknown"}),
    "remisi": ("registrar", {"kind": "general", "granted_on": "2026-08-17", "months": "3"}),
    "surat": ("registrar", {"kind": "illness", "on": "2026-05-05"}),
    "rapor": ("case_officer", {"month": "2026-09", "rating": "good"}),
    "register-f": ("security", {"on": "2026-02-02", "level": "medium", "event": "Berkelahi"}),
    "risiko": ("case_officer", {"on": "2026-10-10", "level": "medium"}),
    "program": ("trainer", {"name": "Menjahit", "from_day": "2026-01-05"}),
}


def address(kind, what, stay, *more):
    return reverse(f"desk:person_{kind}_{what}", args=[stay.person.uid, *more])


def rows_of(kind, stay):
    return KINDS[kind].model.objects.filter(**{KINDS[kind].path: stay.person.uid})


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_is_added_with_its_reason_once(stay, act_as, client, kind):
    role, values = ROWS[kind]
    officer = act_as(role)
    url, before = address(kind, "add", stay), rows_of(kind, stay).count()
    sent = fields_of(client, url) | values | {"why": "Menurut surat nomor 5"}
    first, second = client.post(url, sent), client.post(url, sent)
    assert first.status_code == second.status_code == 302, first.content.decode()
    assert rows_of(kind, stay).count() == before + 1
    made = rows_of(kind, stay).order_by("-pk").first().history.get()
    assert (made.history_change_reason, made.history_user) == ("Menurut surat nomor 5", officer)


@pytest.mark.parametrize("kind", ROWS)
def test_without_a_reason_nothing_is_written(stay, act_as, client, kind):
    role, values = ROWS[kind]
    act_as(role)
    url, before = address(kind, "add", stay), rows_of(kind, stay).count()
    answer = send(client, url, **values, why="")
    assert answer.status_code == 422
    assert 'href="#id_why"' in answer.content.decode()
    assert rows_of(kind, stay).count() == before


@pytest.mark.parametrize("kind", [*ROWS, "pidana", "identitas", "masa"])
def test_a_page_of_change_sent_back_untouched_changes_nothing(stay, act_as, client, kind):
    act_as(ROWS.get(kind, ("registrar",))[0])
    row = rows_of(kind, stay).first()
    answer = send(client, address(kind, "change", stay, row.pk), why="Hanya melihat")
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    assert row.version == 1


def test_a_change_keeps_old_and_new(stay, act_as, client):
    act_as("registrar")
    row = stay.remissions.first()
    answer = send(client, address("remisi", "change", stay, row.pk), months="3", why="Salah ketik")
    assert answer["Location"] == reverse("desk:person_sentence", args=[stay.person.uid])
    assert Remission.objects.get(pk=row.pk).months == 3
    assert [each.months for each in row.history.order_by("version")] == [2, 3]


def test_a_sentence_is_added_to_its_verdict(stay, act_as, client):
    act_as("registrar")
    verdict = stay.verdicts.get()
    values = {
        "kind": "prison",
        "years": "1",
        "fine_state": "none",
        "restitution_state": "unknown",
        "why": "Perkara kedua",
    }
    answer = send(client, address("pidana", "add", stay, verdict.pk), **values)
    assert answer.status_code == 302, answer.content.decode()
    made = Sentence.objects.get(verdict=verdict, years=1)
    assert (made.order, made.fine_known, made.fine_rp, made.restitution_known) == (2, True, None, False)


def test_a_sum_without_its_choice_is_refused_at_the_field(stay, act_as, client):
    act_as("registrar")
    sentence = stay.verdicts.get().sentences.get()
    answer = send(client, address("pidana", "change", stay, sentence.pk), fine_state="none", why="Periksa")
    assert answer.status_code == 422
    assert 'href="#id_fine_rp"' in answer.content.decode()


def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_written(stay, act_as, client):
    act_as("registrar")
    values = {"place": "prison", "start": "2024-05-09", "end": "2024-05-01", "why": "Salinan surat"}
    answer = send(client, address("penahanan", "add", stay), **values)
    assert answer.status_code == 422
    assert 'href="#id_end"' in answer.content.decode()
    assert stay.detentions.count() == 1


def test_a_row_is_removed_with_its_reason_and_kept_in_the_history(stay, act_as, client):
    act_as("registrar")
    row = stay.absences.get()
    url = address("tidak-dihitung", "remove", stay, row.pk)
    assert "Pembantaran" in client.get(url).content.decode()
    answer = send(client, url, why="Milik orang lain")
    assert answer.status_code == 302
    assert not Absence.objects.filter(pk=row.pk).exists()
    assert Absence.history.filter(id=row.pk).first().history_change_reason == "Milik orang lain"


def test_removing_twice_is_harmless(stay, act_as, client):
    act_as("registrar")
    url = address("tidak-dihitung", "remove", stay, stay.absences.get().pk)
    sent = fields_of(client, url) | {"why": "Milik orang lain"}
    first, second = client.post(url, sent), client.post(url, sent)
    assert first["Location"] == second["Location"]
    assert Absence.history.filter(history_type="-").count() == 1
    assert client.get(url).status_code == 404


def test_a_verdict_takes_its_sentences_along(stay, act_as, client):
    act_as("registrar")
    verdict = stay.verdicts.get()
    assert send(client, address("putusan", "remove", stay, verdict.pk), why="Salah orang").status_code == 302
    assert not Verdict.objects.filter(stay=stay).exists()
    assert not Sentence.objects.filter(verdict_id=verdict.pk).exists()


def test_a_case_officer_writes_about_own_wards_only(prison, stay, act_as, client):
    act_as("case_officer")
    other = type(stay).objects.get(person__name__startswith="Yohanis")
    url = address("rapor", "add", other)
    assert client.get(url).status_code == 403
    assert client.post(url, ROWS["rapor"][1] | {"why": "x"}).status_code == 403
    assert not ConductReport.objects.filter(stay=other, month=date(2026, 9, 1)).exists()


def test_a_row_of_somebody_else_is_not_found(stay, act_as, client):
    act_as("registrar")
    other = type(stay).objects.get(person__name__startswith="Yohanis")
    row = other.detentions.first()
    assert client.get(address("penahanan", "change", stay, row.pk)).status_code == 404


def test_why_somebody_went_to_hospital_stays_in_the_clinic(stay, act_as, client):
    act_as("security")
    row = Movement.objects.get(stay=stay, kind="hospital")
    url = address("mutasi", "change", stay, row.pk)
    assert "sesak napas" not in client.get(url).content.decode()
    assert "sesak napas" not in client.get(address("mutasi", "remove", stay, row.pk)).content.decode()
    assert send(client, url, room="B-2", why="Kamar isolasi").status_code == 302
    row.refresh_from_db()
    assert (row.room, row.note) == ("B-2", "sesak napas")


def test_links_are_shown_to_those_who_may_write(stay, act_as, client):
    conduct = reverse("desk:person_conduct", args=[stay.person.uid])
    seen = {}
    for role in ("case_officer", "security", "registrar", "head", "auditor"):
        act_as(role)
        page = client.get(conduct).content.decode()
        seen[role] = {kind for kind in ("rapor", "register-f", "risiko", "program") if f"/{kind}/tambah/" in page}
    assert seen == {
        "case_officer": {"rapor", "risiko", "program"},
        "security": {"register-f"},
        "registrar": {"risiko"},
        "head": set(),
        "auditor": set(),
    }


def test_dates_move_when_the_register_changes(stay, act_as, client):
    act_as("registrar")
    send(client, address("remisi", "change", stay, stay.remissions.first().pk), months="3", why="Salah ketik")
    stay.standing.refresh_from_db()
    assert stay.standing.remission_days == 120
    assert Discipline.objects.filter(stay=stay).count() == 1
    assert Programme.objects.filter(stay=stay).count() == 1

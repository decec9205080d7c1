"""Coming in, moving, leaving, paying, checking a list, keeping a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from teladan.desk.register.tests.filling import fields_of, send
from teladan.people.models import Person, Stay

NEW = {
    "name": "Tomas Contoh",
    "sex": "male",
    "birth_date": "1990-02-03",
    "register_number": "AIII-55/2026",
    "status": "detainee",
    "admitted_on": "2026-11-20",
    "authority": "police",
    "place": "prison",
    "start": "2026-11-20",
    "end": "2026-12-09",
    "why": "Surat perintah penahanan 12",
}


def of(stay, name, *more):
    return reverse(f"desk:{name}", args=[stay.person.uid, *more])


@pytest.fixture
def registrar(act_as):
    return act_as("registrar")


def test_somebody_is_admitted_once(registrar, client):
    url = reverse("desk:person_admit")
    sent = fields_of(client, url) | NEW
    first, second = client.post(url, sent), client.post(url, sent)
    assert first["Location"] == second["Location"]
    made = Stay.objects.get(register_number="AIII-55/2026")
    assert made.detentions.get().authority == "police"
    assert made.movements.get().kind == "admission"
    assert Person.objects.filter(name="Tomas Contoh").count() == 1


def test_a_detention_half_filled_in_is_named(registrar, client):
    answer = send(client, reverse("desk:person_admit"), **NEW | {"start": ""})
    assert answer.status_code == 422
    assert 'href="#id_start"' in answer.content.decode()


def test_a_probable_double_is_shown_and_needs_a_reason(registrar, stay, client):
    url = reverse("desk:person_admit")
    typed = NEW | {"name": "Marcus Tanpanama", "birth_date": "1988-03-02"}
    answer = send(client, url, **typed)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert of(stay, "person") in shown
    assert "Marcus Tanpanama" in shown
    answer = send(client, url, **typed | {"not_same_because": "Kembar, NIK berbeda"})
    assert answer.status_code == 302
    assert Stay.objects.get(register_number="AIII-55/2026").person != stay.person


def test_somebody_comes_back_under_the_same_identity(registrar, client):
    former = Stay.objects.get(person__name="Pernah Masuk")
    url = of(former, "person_admit_again")
    answer = send(
        client, url, **{name: value for name, value in NEW.items() if name not in {"name", "sex", "birth_date"}}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert former.person.stays.count() == 2
    assert client.get(url).status_code == 404  # inside now


def test_a_register_number_in_use_is_said_at_the_field(registrar, stay, client):
    answer = send(client, reverse("desk:person_admit"), **NEW | {"register_number": stay.register_number})
    assert answer.status_code == 422
    assert 'href="#id_register_number"' in answer.content.decode()


def test_a_move_to_another_room_is_a_movement(act_as, stay, client):
    act_as("security")
    answer = send(client, of(stay, "person_room"), room="B-7", why="Penuh")
    assert answer.status_code == 302
    stay.refresh_from_db()
    assert stay.room == "B-7"
    assert stay.movements.first().kind == "room"


def test_somebody_leaves(registrar, stay, client):
    answer = send(client, of(stay, "person_leave"), kind="expiry", on="2026-11-24", why="Surat lepas")
    assert answer.status_code == 302, answer.content.decode()
    stay.refresh_from_db()
    assert (str(stay.released_on), stay.room) == ("2026-11-24", "")
    assert str(stay.detentions.first().end) == "2026-11-24"


def test_a_payment_counts_once(registrar, stay, client):
    sentence = stay.verdicts.get().sentences.get()
    url = of(stay, "person_pay", sentence.pk)
    sent = fields_of(client, url) | {"amount": "Rp250.000.000", "why": "Kuitansi 8"}
    assert client.post(url, sent).status_code == 302
    assert client.post(url, sent).status_code == 422  # the version has moved: one receipt does not count twice
    sentence.refresh_from_db()
    assert sentence.fine_paid_rp == 250_000_000


def test_more_than_the_fine_is_refused_at_the_field(registrar, stay, client):
    sentence = stay.verdicts.get().sentences.get()
    answer = send(client, of(stay, "person_pay", sentence.pk), amount="1.000.000.001", why="Kuitansi 9")
    assert answer.status_code == 422
    assert 'href="#id_amount"' in answer.content.decode()


def test_a_checked_list_counts_as_none(registrar, client):
    other = Stay.objects.get(person__name="Yohanis Contoh")
    url = of(other, "person_check")
    answer = client.post(url, fields_of(client, url) | {"lists": ["illness", "pledge"], "why": "Berkas diperiksa"})
    assert answer.status_code == 302
    other.refresh_from_db()
    assert other.known_lists == ["illness", "pledge"]
    assert "Sakit berkepanjangan, Ikrar" in client.get(url).content.decode()


def test_a_file_is_kept_and_comes_back(registrar, stay, client):
    url = of(stay, "person_document_add")
    sent = SimpleUploadedFile("jaminan <b>.txt", b"Surat jaminan keluarga.")
    answer = client.post(url, fields_of(client, url) | {"kind": "guarantee", "file": sent, "why": "Diantar keluarga"})
    assert answer.status_code == 302, answer.content.decode()
    kept = stay.documents.get()
    back = client.get(of(stay, "person_document", kept.uid))
    assert back.content == b"Surat jaminan keluarga."
    assert back["Content-Disposition"].startswith("attachment")
    assert "sandbox" in back["Content-Security-Policy"]


def test_a_file_that_lies_is_refused_at_the_field(registrar, stay, client):
    url = of(stay, "person_document_add")
    sent = SimpleUploadedFile("foto.pdf", b"MZ program")
    answer = client.post(url, fields_of(client, url) | {"kind": "other", "file": sent, "why": "Coba"})
    assert answer.status_code == 422
    assert 'href="#id_file"' in answer.content.decode()
    assert not stay.documents.exists()


def test_a_document_of_somebody_else_is_not_found(registrar, stay, client):
    url = of(stay, "person_document_add")
    sent = SimpleUploadedFile("a.txt", b"Isi.")
    client.post(url, fields_of(client, url) | {"kind": "other", "file": sent, "why": "Coba"})
    other = Stay.objects.get(person__name="Yohanis Contoh")
    assert client.get(of(other, "person_document", stay.documents.get().uid)).status_code == 404

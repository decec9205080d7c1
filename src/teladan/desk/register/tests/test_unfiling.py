"""A wrongly filed document is taken out: with a reason, in the history and the ledger, its file where it was."""

from pathlib import Path

import pytest
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.ledger.models import Entry
from teladan.people.models import Document, Stay
from teladan.people.models.facility import Role
from teladan.people.queries import history_of


@pytest.fixture
def filed(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    stay = Stay.objects.get(person__name="Markus Tanpanama")
    return stay, factory.document(stay, kind="other")


def _address(document):
    return reverse("desk:person_document_remove", args=[document.stay.person.uid, document.uid])


def _send(client, document, why="Berkas orang lain.", version=None):
    return client.post(_address(document), {"why": why, "version": version or document.version})


def test_it_is_gone_from_the_page_and_kept_in_history_and_ledger(client, filed):
    stay, document = filed
    page = reverse("desk:person_documents", args=[stay.person.uid])
    assert _address(document) in client.get(page).content.decode()
    assert document.name in client.get(_address(document)).content.decode()
    path = Path(document.file.path)
    assert _send(client, document)["Location"] == page
    assert not Document.objects.exists()
    change = history_of(stay)[0]
    assert (change.label, change.kind, change.why) == ("dokumen", "removed", "Berkas orang lain.")
    assert Entry.objects.latest("pk").action == "people.document.removed"
    assert path.exists()
    download = reverse("desk:person_document", args=[stay.person.uid, document.uid])
    assert client.get(download).status_code == 404


def test_without_a_reason_nothing_happens(client, filed):
    _stay, document = filed
    assert _send(client, document, why=" ").status_code == 422
    assert Document.objects.exists()


def test_an_older_version_is_refused(client, filed):
    _stay, document = filed
    assert _send(client, document, version=7).status_code == 422
    assert Document.objects.exists()


def test_pressing_twice_removes_once(client, filed):
    _stay, document = filed
    _send(client, document)
    entries = Entry.objects.count()
    assert _send(client, document).status_code == 302
    assert Entry.objects.count() == entries


@pytest.mark.parametrize(("state", "words"), [("open", "Ganti dahulu dokumennya"), ("done", "tetap disimpan bersama")])
def test_a_document_that_a_step_rests_on_stays(client, filed, state, words):
    stay, document = filed
    lines = [{"code": "statement", "done": True, "document": document.pk}]
    stay.cases.earliest("pk").steps.filter(kind="documents").update(checklist=lines, state=state)
    answer = _send(client, document)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Document.objects.exists()


def test_the_same_file_can_be_filed_again(client, filed):
    stay, document = filed
    _send(client, document)
    assert factory.document(stay, kind="other").pk != document.pk

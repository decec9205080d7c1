"""The head appoints the team by decree."""

import pytest
from django.urls import reverse

from teladan.desk.register.tests.filling import send
from teladan.desk.tests.conftest import prison  # noqa: F401 - a fixture
from teladan.ledger.models import Entry
from teladan.people.models.facility import Role
from teladan.rights.models import TeamMember

URL = "/sidang/tim/tetapkan/"
OUTSIDE = {"name": "Anggota Bapas", "position": "Anggota", "decree_number": "SK-3", "from_day": "2026-11-01"}


@pytest.fixture
def head(prison, client):  # noqa: F811 - pytest's way of asking for it
    client.force_login(prison[1][Role.HEAD])
    return prison[1][Role.HEAD]


def test_a_member_is_appointed_once_and_in_the_ledger(head, client):
    assert send(client, URL, **OUTSIDE)["Location"] == reverse("desk:hearing_team")
    assert send(client, URL, **OUTSIDE).status_code == 302
    member = TeamMember.objects.get()
    assert (member.name, member.decree_number) == ("Anggota Bapas", "SK-3")
    entry = Entry.objects.get(action="rights.team.appointed")
    assert "Bapas" not in str(entry.data)
    page = client.get(reverse("desk:hearing_team")).content.decode()
    assert "Anggota Bapas" in page
    assert "Tim 1 anggota; kuorum sedikitnya 1 hadir" in page


def test_an_officer_sits_under_their_own_name(prison, head, client):  # noqa: F811
    officer = prison[1][Role.REGISTRAR]
    send(client, URL, officer=str(officer.pk), decree_number="SK-3", from_day="2026-11-01")
    assert TeamMember.objects.get().name == officer.full_name


def test_nobody_sits_twice(head, client):
    send(client, URL, **OUTSIDE)
    answer = send(client, URL, **OUTSIDE | {"decree_number": "SK-4"})
    assert answer.status_code == 422
    assert "Akhiri yang lama lebih dahulu" in answer.content.decode()


def test_a_name_or_an_officer_is_needed(head, client):
    answer = send(client, URL, **OUTSIDE | {"name": " "})
    assert answer.status_code == 422
    assert 'href="#id_name"' in answer.content.decode()


def test_a_membership_ends(head, client):
    send(client, URL, **OUTSIDE)
    url = reverse("desk:hearing_member_end", args=[TeamMember.objects.get().pk])
    early = send(client, url, until="2026-10-31")
    assert early.status_code == 422
    assert 'href="#id_until"' in early.content.decode()
    assert send(client, url, until="2026-11-24").status_code == 302
    page = client.get(reverse("desk:hearing_team")).content.decode()
    assert "Anggota sebelumnya" in page
    assert "Belum ada anggota" in page


def test_a_size_that_is_none_is_refused(head, client):
    answer = client.post(reverse("desk:hearing_team_size"), {"size": "banyak"})
    assert answer.status_code == 422
    assert 'href="#id_size"' in answer.content.decode()


def test_readers_see_the_team_and_no_button(prison, client):  # noqa: F811
    client.force_login(prison[1][Role.AUDITOR])
    page = client.get(reverse("desk:hearing_team")).content.decode()
    assert "Tetapkan anggota" not in page
    assert "Simpan jumlah" not in page

"""The head sets how early the work on each right begins."""

from datetime import timedelta

import pytest
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.ledger.models import Entry
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Case, RightsSetting, RightStanding
from teladan.rights.services import open_due_cases, setting_of
from teladan.rights.services.preparation import PREPARED


@pytest.fixture
def head(prison, client):
    client.force_login(prison[1][Role.HEAD])
    return client


def send(client, version=0, why="Berkas dari Bapas lama datangnya", **days):
    given = dict.fromkeys(PREPARED, 90) | days | {"version": version, "why": why}
    return client.post(reverse("desk:settings_preparation"), given)


def test_a_longer_time_opens_cases_at_once_and_each_night(head, prison):
    house, _staff = prison
    stay = Stay.objects.get(person__name__startswith="Markus")
    RightStanding.objects.filter(standing__stay=stay).exclude(right="parole").update(status="closed", date=None)
    RightStanding.objects.filter(standing__stay=stay, right="parole").update(date=factory.TODAY + timedelta(days=120))
    open_due_cases(house, factory.TODAY)
    assert not Case.objects.filter(stay=stay, right="parole").exists()
    assert send(head, parole=120).status_code == 302
    assert Case.objects.filter(stay=stay, right="parole").count() == 1
    open_due_cases(house, factory.TODAY)
    assert Case.objects.filter(stay=stay, right="parole").count() == 1


def test_it_is_kept_with_who_why_old_and_new(head):
    send(head, parole=120)
    page = head.get(reverse("desk:settings")).content.decode()
    assert "Berkas dari Bapas lama datangnya" in page
    assert "<del>90</del> → 120" in page
    entry = Entry.objects.get(action="rights.preparation.set")
    assert (entry.subject, entry.data) == ("right:parole", {"days": 120, "version": 1})


@pytest.mark.parametrize("wrong", ["0", "366", "-1", "x", "", "9" * 30])
def test_a_number_out_of_range_is_refused_at_its_field(head, wrong):
    answer = send(head, parole=wrong)
    assert answer.status_code == 422
    assert "Isi angka hari antara 1 dan 365." in answer.content.decode()
    assert not RightsSetting.objects.exists()


def test_a_why_is_asked(head):
    assert send(head, parole=120, why=" ").status_code == 422


def test_two_heads_never_overwrite_each_other_silently(head, prison):
    send(head, parole=120)
    answer = send(head, version=0, parole=100)
    assert answer.status_code == 422
    assert "diubah oleh Petugas Kepala" in answer.content.decode()
    assert setting_of(prison[0]).days_before("parole") == 120


def test_the_same_again_is_no_change(head):
    send(head, parole=120)
    assert send(head, version=0, parole=120).status_code == 302
    assert RightsSetting.objects.get().version == 1


def test_an_auditor_reads_and_has_no_button(prison, client):
    client.force_login(prison[1][Role.AUDITOR])
    page = client.get(reverse("desk:settings")).content.decode()
    assert "Waktu persiapan setiap hak" in page
    assert reverse("desk:settings_preparation") not in page

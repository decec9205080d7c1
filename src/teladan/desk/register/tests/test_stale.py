"""Two officers and one row: nobody writes over the other without having seen and said so."""

import pytest
from django.urls import reverse

from teladan.desk.register.tests.filling import Form, fields_of
from teladan.people import services


@pytest.fixture
def row(stay):
    return stay.remissions.first()


@pytest.fixture
def url(stay, row):
    return reverse("desk:person_remisi_change", args=[stay.person.uid, row.pk])


@pytest.fixture
def opened(prison, stay, act_as, client, row, url):
    """Open the page as the registrar; meanwhile somebody else saves another number of months and the decree."""
    act_as("registrar")
    sent = fields_of(client, url)
    _house, staff = prison
    values = {"months": 4, "decree_number": "KEP-7"}
    services.change(row, values, expected_version=1, actor=staff["head"], why="Menurut keputusan")
    return sent


def comparison(client, url, sent):
    answer = client.post(url, sent)
    assert answer.status_code == 409
    return answer.content.decode()


def test_both_values_are_shown_with_who_and_when(client, url, opened, row):
    page = comparison(client, url, opened | {"months": "3", "why": "Dari salinan"})
    assert "Petugas Kepala" in page
    assert "Menurut keputusan" in page
    assert "<strong>3</strong>" in page
    assert "<strong>4</strong>" in page
    row.refresh_from_db()
    assert (row.months, row.version) == (4, 2)


def test_what_only_one_changed_is_chosen_and_a_conflict_is_not(client, url, opened):
    page = comparison(client, url, opened | {"months": "3", "why": "Dari salinan"})
    chosen = Form(page).fields
    assert chosen["choose-decree_number"] == "theirs"
    assert "choose-months" not in chosen


def test_a_conflict_must_be_decided(client, url, opened, row):
    page = comparison(client, url, opened | {"months": "3", "why": "Dari salinan"})
    again = comparison(client, url, sent_by(page))
    assert "pilih salah satu" in again
    assert "Petugas Kepala" in again
    row.refresh_from_db()
    assert row.version == 2


@pytest.mark.parametrize(("choice", "months"), [("mine", 3), ("theirs", 4)])
def test_the_choice_is_saved_and_keeps_the_others_work(client, url, opened, row, choice, months):
    page = comparison(client, url, opened | {"months": "3", "days": "5", "why": "Dari salinan"})
    answer = client.post(url, sent_by(page) | {"choose-months": choice})
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    assert (row.months, row.days, row.decree_number, row.version) == (months, 5, "KEP-7", 3)
    assert row.history.first().history_change_reason == "Dari salinan"


def test_a_forged_version_seen_is_no_fault(client, url, opened):
    page = comparison(client, url, opened | {"months": "3", "why": "Dari salinan"})
    assert "pilih salah satu" in comparison(client, url, sent_by(page) | {"seen": "²; drop"})


def test_a_third_change_is_not_lost_either(prison, client, url, opened, row):
    page = comparison(client, url, opened | {"months": "3", "why": "Dari salinan"})
    _house, staff = prison
    services.change(row, {"days": 9}, expected_version=2, actor=staff["head"], why="Lagi")
    again = comparison(client, url, sent_by(page) | {"choose-months": "mine"})
    assert "Lagi" in again
    row.refresh_from_db()
    assert (row.months, row.days) == (4, 9)


def sent_by(page):
    """Return what the comparison sends: its form may name several fields to compare."""
    fields = Form(page).fields
    names = [part.split('"')[1] for part in page.split('name="comparing" value=')[1:]]
    return fields | {"comparing": names}

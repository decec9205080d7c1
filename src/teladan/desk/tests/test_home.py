"""The first page: what is due, who owes, and where each number leads."""

import re

import pytest
from django.urls import reverse

from teladan.desk.home import tiles
from teladan.desk.home.numbers import Numbers
from teladan.desk.tests import factory
from teladan.people.models.facility import Role


def _tiles(officer):
    return {tile.label: tile for tile in tiles.for_officer(officer, factory.TODAY, Numbers(officer, factory.TODAY))}


def test_numbers_of_the_registrar(prison):
    _house, staff = prison
    found = {label: tile.count for label, tile in _tiles(staff[Role.REGISTRAR]).items()}
    assert found == {
        "Di dalam tanpa dasar (overstay)": 2,
        "Langkah lewat waktu": 1,
        "Penahanan berakhir dalam 3 hari": 1,
        "Penahanan berakhir dalam 10 hari": 1,
        "Tahanan tanpa tanggal akhir": 1,
        "Langkah jatuh tempo hari ini": 1,
        "Hari remisi yang perlu dibuka": 1,
        "Bebas dalam 30 hari": 1,
        "Bebas dalam 60 hari": 1,
        "Bebas dalam 90 hari": 1,
        "Data belum lengkap": 5,
        "Warga binaan di dalam": 7,
        "Masuk 7 hari terakhir": 0,
    }


def test_alarms_are_red_and_first(prison):
    _house, staff = prison
    tones = [tile.tone for tile in _tiles(staff[Role.HEAD]).values()]
    assert tones[:2] == ["alarm", "alarm"]
    assert "alarm" not in tones[2:]


def test_nothing_is_red_when_nothing_is_wrong(db):
    staff = factory.officers(factory.facility())
    assert {tile.tone for tile in _tiles(staff[Role.HEAD]).values()} == {""}


@pytest.mark.parametrize("role", list(Role))
def test_each_tile_leads_to_a_list_of_that_length(prison, client, role):
    _house, staff = prison
    client.force_login(staff[role])
    days = reverse("desk:remission_days")  # a page of days, not a list: see test_remission_day
    for tile in [each for each in _tiles(staff[role]).values() if each.href != days]:
        page = client.get(tile.href).content.decode()
        found = re.search(r"\d+–\d+ dari (\d+)", page)
        assert int(found.group(1) if found else 0) == tile.count, tile


@pytest.mark.parametrize("role", list(Role))
def test_the_next_action_leads_somewhere_open(prison, client, role):
    _house, staff = prison
    client.force_login(staff[role])
    page = client.get("/").content.decode()
    links = re.findall(r'href="(/(?!static/)[^"#]*)"', page)
    closed = [link for link in links if client.get(link).status_code not in {200, 302}]
    assert closed == []


def test_the_office_that_owes_is_named(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.HEAD])
    page = client.get("/").content.decode()
    assert "Kantor yang berutang langkah" in page
    assert "/langkah/?kantor=registrar&amp;waktu=lewat" in page

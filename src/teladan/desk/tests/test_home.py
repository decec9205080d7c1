"""The first page: what is due, who owes, and where each number leads."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from teladan.desk.home import tiles
from teladan.desk.home.numbers import Numbers
from teladan.desk.home.order import ordered
from teladan.desk.home.tile import Tile
from teladan.desk.tests import factory
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Occasion, Standing, Step


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
        "Langkah tanpa batas hukum": 0,
        "Hari remisi yang perlu dibuka (giliran registrasi)": 1,
        "Hari remisi yang perlu diputus (giliran kepala)": 0,
        "Bebas hari ini": 0,
        "Bebas dalam 30 hari": 1,
        "Bebas dalam 60 hari": 1,
        "Bebas dalam 90 hari": 1,
        "Tanggal belum dapat dihitung": 1,
        "Data belum lengkap": 5,
        "Putusan menunggu diperiksa": 0,
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


def _few_of_each(house):
    """Give every tile something to count."""
    soon = Stay.objects.get(person__name="Agus Sebentar")
    soon.standing.release = factory.TODAY
    soon.standing.save()
    Standing.objects.filter(stay__person__name="Yohanis Contoh").update(problem="Pidana tidak dikenal.")
    Step.objects.filter(state="open", due_on=factory.TODAY).update(due_on=None)
    factory.proposal(house)


def test_everything_counted_has_its_tile_and_its_next_action(prison):
    house, staff = prison
    _few_of_each(house)
    found = _tiles(staff[Role.REGISTRAR])
    counted = {label: (tile.count, tile.tone, bool(tile.task)) for label, tile in found.items()}
    assert counted["Bebas hari ini"] == (1, "today", True)
    assert counted["Tanggal belum dapat dihitung"] == (2, "today", True)
    assert counted["Langkah tanpa batas hukum"] == (1, "", False)
    assert counted["Putusan menunggu diperiksa"] == (1, "", True)


def test_a_remission_day_says_whose_turn_it_is(prison):
    house, staff = prison
    now = timezone.now()
    Occasion.objects.create(facility=house, right="general_remission", grant_day=date(2026, 8, 17), made_at=now)
    opening = "Hari remisi yang perlu dibuka (giliran registrasi)"
    deciding = "Hari remisi yang perlu diputus (giliran kepala)"
    for role, mine, other in ((Role.REGISTRAR, opening, deciding), (Role.HEAD, deciding, opening)):
        found = _tiles(staff[role])
        assert (found[mine].count, found[mine].tone, bool(found[mine].task)) == (1, "today", True)
        assert (found[other].count, found[other].tone, found[other].task) == (1, "", "")


@pytest.mark.parametrize("role", list(Role))
def test_each_tile_leads_to_a_list_of_that_length(prison, client, role):
    house, staff = prison
    _few_of_each(house)
    client.force_login(staff[role])
    # Pages of days and of sums are no lists: see test_remission_day and the kitchen's own test below.
    pages = {reverse("desk:remission_days"), reverse("desk:meals")}
    for tile in [each for each in _tiles(staff[role]).values() if each.href not in pages]:
        page = client.get(tile.href).content.decode()
        found = re.search(r"\d+–\d+ dari (\d+)", page)
        assert int(found.group(1) if found else 0) == tile.count, tile


def test_what_presses_comes_first_then_what_to_know_and_the_empty_last():
    late, foreign = Tile(3, "lewat", "/", "alarm", "kerjakan"), Tile(1, "orang lain", "/", "alarm")
    due, waits = Tile(2, "hari ini", "/", "today", "kerjakan"), Tile(9, "menunggu", "/", "", "lengkapi")
    known, empty = Tile(7, "di dalam", "/"), Tile(0, "kosong", "/", "", "kerjakan")
    found = ordered([empty, known, waits, due, foreign, late])
    assert found.first is late
    assert found.pressing == [foreign, due, waits]
    assert (found.known, found.empty) == ([known], [empty])


def test_the_first_task_is_one_of_ones_own():
    found = ordered([Tile(1, "orang lain", "/", "alarm"), Tile(2, "saya", "/", "", "kerjakan")])
    assert found.first.label == "saya"
    assert [tile.label for tile in found.pressing] == ["orang lain"]


def test_whoever_only_reads_gets_numbers_and_no_tasks(prison):
    house, staff = prison
    _few_of_each(house)
    assert not any(tile.task for tile in _tiles(staff[Role.AUDITOR]).values())


def test_the_kitchen_is_told_how_many_eat(prison, client):
    _house, staff = prison
    tile = _tiles(staff[Role.KITCHEN])["Orang makan hari ini"]
    client.force_login(staff[Role.KITCHEN])
    assert f"{tile.count} orang makan hari ini" in client.get(tile.href).content.decode()


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
    assert "Kantor dengan langkah lewat waktu" in page
    assert "/langkah/?kantor=registrar&amp;waktu=lewat" in page

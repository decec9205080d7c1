"""A right that waits for a fact is seen, whether or not it has a date: which fact, and what to do next."""

import csv
import io

import pytest

from teladan.desk.lists.next_fact import ACTIONS, LOOK, NO_FACT, actions
from teladan.desk.tests import factory
from teladan.desk.words import criterion_title
from teladan.law.criteria import REGISTRY
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.people.queries import people_inside
from teladan.rights.catalogue import RIGHT_NAMES
from teladan.rights.findings import criteria_of
from teladan.rights.models import RightStanding
from teladan.rights.services import assess_facility, open_due_cases


@pytest.fixture
def registrar(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    return client


def _rows(client, query):
    content = client.get(f"/data-kurang/?bentuk=csv&{query}").getvalue().decode("utf-8-sig")
    return {row["Nama"]: row for row in csv.DictReader(io.StringIO(content))}


@pytest.mark.parametrize("right", RIGHT_NAMES)
def test_a_right_without_any_date_is_listed_with_its_fact_and_the_next_action(registrar, right):
    stay = Stay.objects.get(person__name="Agus Sebentar")
    RightStanding.objects.filter(standing__stay=stay).delete()
    unknown = list(criteria_of(right))
    given = {"standing": stay.standing, "right": right, "status": "needs_facts"}
    RightStanding.objects.create(**given, date=None, unknown=unknown)
    row = _rows(registrar, f"hak={right}")["Agus Sebentar"]
    assert all(criterion_title(code) in row["Yang belum diketahui"] for code in unknown)
    assert row["Yang harus dilakukan"]
    assert str(RIGHT_NAMES[right]) in row["Hak yang menunggu"]
    page = registrar.get(f"/data-kurang/?hak={right}").content.decode()
    assert "Agus Sebentar" in page


@pytest.mark.parametrize("code", REGISTRY)
def test_every_condition_says_what_to_do(code):
    found = actions([code], set(ACTIONS))
    assert found
    assert str(LOOK) not in found


def test_nothing_is_asked_twice_or_though_it_is_known():
    assert actions(["half_served", "one_third_served"], {"detention", "sentences", "remissions"}) == [
        str(ACTIONS["absences"])
    ]
    assert actions(["risk_has_fallen"], {"risk"}) == [str(ACTIONS["risk"])]
    assert actions(["humanitarian_day_known"], set()) == [str(NO_FACT)]


def test_whoever_opens_no_case_for_want_of_facts_is_on_the_list(registrar, prison):
    """As the law finds it: of everybody, not of rows made up for this test."""
    house, _staff = prison
    assess_facility(house, factory.TODAY)
    open_due_cases(house, factory.TODAY)
    waiting = RightStanding.objects.filter(standing__facility=house, status="needs_facts", date=None)
    assert waiting.exists()
    listed = _rows(registrar, "")
    for right in waiting.select_related("standing__stay__person"):
        stay = right.standing.stay
        assert str(RIGHT_NAMES[right.right]) in listed[stay.person.name]["Hak yang menunggu"]
        assert listed[stay.person.name]["Yang harus dilakukan"]


def test_who_could_not_be_assessed_is_a_list_of_its_own(registrar, prison):
    house, _staff = prison
    stay = people_inside(house).get(person__name="Yohanis Contoh")
    stay.standing.problem = "sentences[0].kind: tidak dikenal"
    stay.standing.save()
    rows = _rows(registrar, "sebab=tidak-dihitung")
    assert set(rows) == {"Yohanis Contoh", "Baru Datang"}
    assert "Perbaiki" in rows["Yohanis Contoh"]["Yang harus dilakukan"]
    assert "Catat putusan" in rows["Baru Datang"]["Yang harus dilakukan"]

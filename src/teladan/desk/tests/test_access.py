"""Every address of the desk, by every role and by nobody: what the table says is what the server does."""

import pytest
from django.urls import reverse

from teladan.desk.roles import READ, WORK, may
from teladan.desk.tests import factory
from teladan.desk.tests.access_table import ADDRESSES
from teladan.desk.urls import urlpatterns
from teladan.people.models import Stay
from teladan.people.models.facility import Role


def test_every_address_is_declared():
    assert {pattern.name for pattern in urlpatterns} == set(ADDRESSES)


def test_every_view_names_a_known_permission():
    assert {pattern.callback.permission for pattern in urlpatterns} <= set(READ | WORK)


def _open(client, name):
    address = ADDRESSES[name]
    url = reverse(f"desk:{name}", kwargs=address.places())
    return client.get(url) if address.post is None else client.post(url, address.post)


@pytest.mark.parametrize("name", ADDRESSES)
def test_each_role_is_let_in_or_refused(prison, client, name):
    _house, staff = prison
    let_in = set()
    for role, officer in staff.items():
        client.force_login(officer)
        answer = _open(client, name)
        assert answer.status_code in {200, 302, 403, 422}, (role, answer.status_code)
        if answer.status_code != 403:
            let_in.add(role)
        else:
            assert "Halaman ini bukan bagian tugas Anda" in answer.content.decode()
    assert let_in == ADDRESSES[name].roles


@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_gets_in_without_signing_in(prison, client, name):
    answer = _open(client, name)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/akun/masuk/")


@pytest.mark.parametrize("name", [name for name, address in ADDRESSES.items() if address.about_people])
def test_another_facility_sees_nothing(prison, client, name):
    strangers = factory.officers(factory.facility("Lapas Lain"))
    for role in ADDRESSES[name].roles:
        client.force_login(strangers[role])
        assert _open(client, name).status_code == 404


@pytest.mark.parametrize("name", ["people", "releases", "detention", "wards", "missing", "steps", "home"])
def test_lists_hold_only_the_own_facility(prison, client, name):
    strangers = factory.officers(factory.facility("Lapas Lain"))
    client.force_login(strangers[Role.HEAD])
    page = _open(client, name).content.decode()
    names = Stay.objects.values_list("person__name", flat=True)
    assert not [each for each in names if each in page]


def test_nobody_without_a_facility_gets_in(prison, client):
    _house, staff = prison
    officer = staff[Role.HEAD]
    officer.facility = None
    officer.save()
    client.force_login(officer)
    assert client.get("/").status_code == 403


def test_the_auditor_changes_nothing():
    assert not [permission for permission, roles in WORK.items() if Role.AUDITOR in roles]


def test_the_auditor_reads_all_but_health():
    assert [permission for permission, roles in READ.items() if Role.AUDITOR not in roles] == ["health.read"]


def test_a_case_officer_writes_about_own_wards_only(prison):
    _house, staff = prison
    wali = staff[Role.CASE_OFFICER]
    own = Stay.objects.get(person__name__startswith="Markus")
    other = Stay.objects.get(person__name__startswith="Yohanis")
    assert may(wali, "conduct.work", own)
    assert not may(wali, "conduct.work", other)
    assert may(staff[Role.TRAINER], "programme.work", other)


def test_a_permission_that_does_not_exist_is_a_mistake_not_a_refusal(prison):
    _house, staff = prison
    with pytest.raises(KeyError):
        may(staff[Role.HEAD], "people.raed")


def test_hospital_notes_stay_in_the_clinic(prison, client):
    _house, staff = prison
    seen = {}
    for role in (Role.CLINIC, Role.REGISTRAR, Role.AUDITOR, Role.SECURITY):
        client.force_login(staff[role])
        seen[role] = "sesak napas" in _open(client, "person_movements").content.decode()
    assert seen == {Role.CLINIC: True, Role.REGISTRAR: False, Role.AUDITOR: False, Role.SECURITY: False}


def test_the_kitchen_sees_no_names(prison, client):
    _house, staff = prison
    client.force_login(staff[Role.KITCHEN])
    pages = [client.get(url).content.decode() for url in ("/", "/dapur/")]
    names = Stay.objects.values_list("person__name", flat=True)
    assert not [name for name in names for page in pages if name in page]

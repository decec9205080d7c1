"""Every page of the desk needs at most 15 queries, however many people a prison holds."""

from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.desk.tests.access_table import ADDRESSES
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.people.services import confirm_lists

MOST = 15
FIRST_SHOWING = 11  # of a proposal that was not yet worked out
# The pages that an officer opens most: the first page, one case, one date or right down to its sum.
FEWER = dict.fromkeys(("case", "person_date", "person_right", "person_worksheet"), 12) | {"home": 13}
# Acts on everybody at once, which write: so many for sixty people, and no more for each further one until 500.
ACTS = {"remission_open": 45}
LIST_FILTERS = {
    "people": "?perkara=theft&agama=protestant&hak=parole&keadaan=upcoming&urut=-bebas&kamar=A",
    "releases": "?bebas=90",
    "wards": "?rapor=belum",
    "steps": "?waktu=lewat&kantor=registrar",
    "missing": "?hak=pre_release_leave",
    "detention": "?habis=10",
}


@pytest.fixture
def full_prison(prison):
    """The small prison with sixty more people: a query for each person would show."""
    house, staff = prison
    for number in range(60):
        stay = factory.convict(
            house, f"Orang Contoh {number}", number=100 + number, case_officer=staff[Role.CASE_OFFICER]
        )
        factory.case(stay, due=factory.TODAY)
    return prison


def _count(client, url):
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
        answer.getvalue()
        return len(captured)


def test_every_page_for_every_role(full_prison, client):
    _house, staff = full_prison
    found = {}
    # Pages that are read. A form that is sent also locks, checks, writes and assesses: that is the services' measure.
    read = {name: address for name, address in ADDRESSES.items() if address.post is None}
    for name, address in read.items():
        with transaction.atomic():
            url = reverse(f"desk:{name}", kwargs=address.places())
            for role in sorted(address.roles):
                client.force_login(staff[role])
                found[name, role] = _count(client, url)
            transaction.set_rollback(True)  # what an address needed to be there is not there for the next one
    assert {page: count for page, count in found.items() if count > (ACTS | FEWER).get(page[0], MOST)} == {}


def test_a_case_with_files_steps_hearing_and_decision(full_prison, client):
    house, staff = full_prison
    stay = Stay.objects.get(person__name="Markus Tanpanama")
    case = factory.before_the_team(stay)
    files = [factory.document(stay, f"berkas-{number}.txt") for number in range(4)]
    lines = [{"code": "statement", "done": True, "document": file.pk} for file in files]
    case.steps.filter(kind="documents").update(checklist=lines, done_by=staff[Role.REGISTRAR])
    factory.hearing(house)
    factory.decided(case)
    found = {}
    for role in sorted(ADDRESSES["case"].roles):
        client.force_login(staff[role])
        found[role] = _count(client, reverse("desk:case", args=[case.uid]))
    assert {role: count for role, count in found.items() if count > FEWER["case"]} == {}


def test_a_remission_day_shown_again_asks_little(full_prison, client):
    _house, staff = full_prison
    client.force_login(staff[Role.REGISTRAR])
    # A day that is too far to have opened by itself.
    day = {"hak": "religious_remission", "tanggal": "2027-12-25", "agama": "protestant"}
    for stay in Stay.objects.filter(status="convict"):
        confirm_lists(stay, ["absences"], actor=staff[Role.REGISTRAR], why="Diperiksa.", expected_version=stay.version)
    proposal = f"{reverse('desk:remission_proposal')}?{urlencode(day)}"
    first, again = _count(client, proposal), _count(client, proposal)
    assert again < first <= FIRST_SHOWING
    opened = client.post(reverse("desk:remission_open"), day)["Location"]
    assert _count(client, opened) <= MOST  # the proposal still holds: cases change no facts


def test_filtered_sorted_and_exported_lists(full_prison, client):
    _house, staff = full_prison
    client.force_login(staff[Role.HEAD])
    found = {}
    for name, query in LIST_FILTERS.items():
        url = reverse(f"desk:{name}") + query
        for shape in ("", "&bentuk=csv", "&bentuk=xlsx", "&bentuk=cetak"):
            if name == "wards" or Role.HEAD in ADDRESSES[name].roles:
                found[name, shape] = _count(client, url + shape)
    assert {page: count for page, count in found.items() if count > MOST} == {}


def test_a_search(full_prison, client):
    _house, staff = full_prison
    client.force_login(staff[Role.REGISTRAR])
    answer = client.post("/orang/cari/", {"kata": "orang contho"})
    assert _count(client, answer["Location"]) <= MOST

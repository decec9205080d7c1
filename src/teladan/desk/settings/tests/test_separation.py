"""Two facilities in one installation: whatever address of A an officer of B asks for, it is not there."""

import pytest
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.desk.tests.access_table import ADDRESSES
from teladan.people.models import Officer, Stay
from teladan.people.models.facility import Role

# Law and feasts belong to no facility.
NATIONAL = {"rule", "rule_item", "rules_book", "rule_confirm", "rule_withdraw", "feast_move", "feast_take_back"}
OWNED = [name for name, address in ADDRESSES.items() if address.places is not dict and name not in NATIONAL]
OTHERS = [name for name, address in ADDRESSES.items() if address.places is dict]


@pytest.fixture
def strangers(prison):
    return factory.officers(factory.facility("Lapas Lain"))


@pytest.mark.parametrize("name", OWNED)
def test_nothing_of_another_facility_is_there(prison, strangers, client, name):
    url = reverse(f"desk:{name}", kwargs=ADDRESSES[name].places())
    for role in ADDRESSES[name].roles:
        client.force_login(strangers[role])
        if ADDRESSES[name].post is None:
            assert client.get(url).status_code == 404, role
        assert client.post(url, ADDRESSES[name].post or {"why": "x", "version": 1}).status_code in {404, 405}, role


@pytest.mark.parametrize("name", OTHERS)
def test_pages_without_a_place_show_only_the_own_facility(prison, strangers, client, name):
    house, _staff = prison
    secrets = [*Stay.objects.values_list("person__name", flat=True)]
    secrets += [*Officer.objects.filter(facility=house).values_list("username", flat=True)]
    for role in sorted(ADDRESSES[name].roles):
        client.force_login(strangers[role])
        page = client.get(reverse(f"desk:{name}")).content.decode(errors="replace")
        assert not [each for each in secrets if each in page], role


def test_every_address_is_one_or_the_other():
    assert set(OWNED) | set(OTHERS) | NATIONAL == set(ADDRESSES)
    assert Role.HEAD in ADDRESSES["officer"].roles

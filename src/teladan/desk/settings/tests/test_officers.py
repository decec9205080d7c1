"""Officers of the facility in the hands of its head."""

import re
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.ledger.models import Entry
from teladan.people.models import Officer, OfficerChange
from teladan.people.models.facility import Role


@pytest.fixture
def head(prison, client):
    client.force_login(prison[1][Role.HEAD])
    return client


def add(client, **more):
    given = {"full_name": "Rina Baru", "username": "rina", "role": "registrar", "why": "Mutasi masuk", "key": uuid4()}
    return client.post(reverse("desk:officer_add"), given | more)


def act(client, name, officer, **more):
    version = Officer.objects.get(pk=officer.pk).version
    return client.post(reverse(f"desk:{name}", args=[officer.pk]), {"why": "SK 12", "version": version} | more)


def password_in(answer):
    return re.search(r"<code>(\S+)</code>", answer.content.decode())[1]


def test_a_new_officer_must_replace_the_one_time_password_first(head, client):
    password = password_in(add(head))
    client.logout()
    client.post("/akun/masuk/", {"login": "rina", "password": password})
    change = reverse("account_change_password")
    for url in ("/", "/orang/", "/akun/dua-langkah/", "/hari-raya/tambah/"):
        assert client.get(url)["Location"] == change
    assert "dibuat orang lain" in client.get(change).content.decode()
    same = {"oldpassword": password, "password1": password, "password2": password}
    assert "Pilih kata sandi yang lain" in client.post(change, same).content.decode()
    chosen = "sinar-pagi-di-teluk"
    changed = client.post(change, {"oldpassword": password, "password1": chosen, "password2": chosen}, follow=True)
    assert changed.redirect_chain == [("/", 302)]
    assert "Kata sandi berhasil diubah" in changed.content.decode()
    assert not Officer.objects.get(username="rina").must_change_password


def test_sent_twice_one_officer_is_made_and_the_password_shown_once(head):
    key = uuid4()
    first, second = add(head, key=key), add(head, key=key)
    officer = Officer.objects.get(username="rina")
    assert password_in(first)
    assert second["Location"] == reverse("desk:officer", args=[officer.pk])


def test_what_is_wrong_with_a_new_officer_is_said(head):
    add(head)
    for wrong in (
        {"username": "RINA"},
        {"username": "nama spasi"},
        {"role": "superuser"},
        {"full_name": " "},
        {"why": ""},
    ):
        answer = add(head, **({"username": "lain"} | wrong))
        assert answer.status_code == 422, wrong
    assert Officer.objects.filter(username="lain").count() == 0


def test_a_role_is_changed_with_why_history_and_ledger(head, prison):
    cook = prison[1][Role.KITCHEN]
    answer = act(head, "officer", cook, full_name=cook.full_name, role="trainer", why="Pindah tugas")
    assert answer["Location"] == reverse("desk:officers")
    change = OfficerChange.objects.get()
    assert (change.old, change.new, change.why) == ("kitchen", "trainer", "Pindah tugas")
    assert Entry.objects.get(action="people.officer.role").data == {"role": "trainer", "version": 2}
    assert "Pindah tugas" in head.get(reverse("desk:officers")).content.decode()


def test_a_closed_officer_is_out_at_the_next_click_and_may_come_back(head, prison, client):
    cook = prison[1][Role.KITCHEN]
    other = type(client)()
    other.force_login(cook)
    assert other.get("/dapur/").status_code == 200
    act(head, "officer_close", cook)
    assert other.get("/dapur/").status_code == 302
    assert act(head, "officer_close", cook).status_code == 422
    act(head, "officer_open", cook)
    assert Officer.objects.get(pk=cook.pk).is_active


def test_a_new_password_ends_open_sessions(head, prison, client):
    cook = prison[1][Role.KITCHEN]
    other = type(client)()
    other.force_login(cook)
    assert password_in(act(head, "officer_password", cook))
    assert other.get("/dapur/").status_code == 302


def test_a_lost_second_factor_is_reset(head, prison):
    cook = prison[1][Role.KITCHEN]
    assert act(head, "officer_second_factor", cook).status_code == 422
    Authenticator.objects.create(user=cook, type="totp", data={})
    assert act(head, "officer_second_factor", cook).status_code == 302
    assert not Authenticator.objects.exists()


def test_one_active_head_remains_and_nobody_acts_on_oneself(head, prison):
    house, staff = prison
    me = staff[Role.HEAD]
    for name in ("officer_close", "officer_password", "officer_second_factor"):
        assert act(head, name, me).status_code == 422, name
    assert act(head, "officer", me, full_name="Kepala", role="auditor").status_code == 422
    second = factory.Officer.objects.create(username="k2", full_name="Kedua", role=Role.HEAD, facility=house)
    assert act(head, "officer_close", second).status_code == 302
    assert Officer.objects.get(pk=me.pk).is_active


def test_nobody_is_lifted_beyond_the_facility(head, prison):
    cook = prison[1][Role.KITCHEN]
    other = factory.facility("Lapas Lain")
    more = {"facility": other.pk, "is_superuser": "on", "is_staff": "on"}
    act(head, "officer", cook, full_name="Juru Masak", role="head", **more)
    kept = Officer.objects.get(pk=cook.pk)
    assert (kept.facility_id, kept.is_superuser, kept.is_staff, kept.role) == (cook.facility_id, False, False, "head")


def test_an_old_page_overwrites_nothing(head, prison):
    cook = prison[1][Role.KITCHEN]
    act(head, "officer", cook, full_name="Juru Masak", role="kitchen")
    answer = act(head, "officer", cook, full_name="Lain", role="trainer", version=1)
    assert answer.status_code == 422
    assert Officer.objects.get(pk=cook.pk).full_name == "Juru Masak"

"""A sitting from plan to close: quorum shown, votes, dissent, a reason in law, signatures, and on paper."""

import pytest
from django.urls import reverse

from teladan.desk.register.tests.filling import Form, fields_of
from teladan.desk.tests import factory
from teladan.desk.tests.conftest import prison  # noqa: F401 - a fixture
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Hearing


@pytest.fixture
def house(prison):  # noqa: F811 - pytest's way of asking for it
    return prison[0]


@pytest.fixture
def secretary(prison, client):  # noqa: F811
    client.force_login(prison[1][Role.HEARING_TEAM])
    return prison[1][Role.HEARING_TEAM]


@pytest.fixture
def planned(house):
    return factory.hearing(house)


def sent(hearing, **typed):
    """Everybody there and signed, each case agreed by consensus, unless `typed` says otherwise."""
    members = [str(member.pk) for member in hearing.members.all()]
    votes = {f"item-{item.pk}-recommendation": "agree" for item in hearing.items.all()}
    values = {"present": members, "signed": members, "minutes": "Semua hadir.", "version": hearing.version}
    return values | votes | typed


def item_of(hearing):
    return hearing.items.get()


def close(client, hearing, **typed):
    return client.post(reverse("desk:hearing_close", args=[hearing.uid]), sent(hearing, **typed))


def test_a_hearing_is_planned_once_with_the_cases_that_wait(house, secretary, client):
    factory.team(house)
    factory.before_the_team(Stay.objects.get(person__name__startswith="Yohanis"))
    assert "1 perkara menunggu sidang" in client.get(reverse("desk:hearings")).content.decode()
    url = reverse("desk:hearing_plan")
    page = client.get(url).content.decode()
    assert "kuorum sedikitnya 4 hadir" in page
    assert "Yohanis Contoh, Pembebasan bersyarat" in page
    values = Form(page).fields | {"number": "TPP-9", "on": "2026-11-30"}
    first, second = client.post(url, values), client.post(url, values)
    hearing = Hearing.objects.get(number="TPP-9")
    assert first["Location"] == second["Location"] == reverse("desk:hearing", args=[hearing.uid])
    assert hearing.items.count() == 1
    assert hearing.members.count() == 5


def test_without_a_team_the_page_says_who_must_act(house, secretary, client):
    factory.before_the_team(Stay.objects.get(person__name__startswith="Yohanis"))
    url = reverse("desk:hearing_plan")
    assert "Kepala mengisi susunan tim lebih dahulu" in client.get(url).content.decode()
    answer = client.post(url, fields_of(client, url) | {"number": "TPP-9", "on": "2026-11-30"})
    assert answer.status_code == 422
    assert "Isi susunan tim lebih dahulu" in answer.content.decode()


def test_a_hearing_closes_and_its_case_goes_on(secretary, client, planned):
    item = item_of(planned)
    dissent = {f"item-{item.pk}-dissent": "Menunggu litmas tambahan."}
    answer = close(
        client, planned, **{f"item-{item.pk}-votes_for": "4", f"item-{item.pk}-votes_against": "1"} | dissent
    )
    assert answer.status_code == 302, answer.content.decode()
    item.refresh_from_db()
    assert (item.recommendation, item.votes_for, item.votes_against) == ("agree", 4, 1)
    step = item.case.steps.get(kind="hearing")
    assert (step.state, step.result, step.done_by) == ("done", "agree", secretary)
    page = client.get(reverse("desk:hearing", args=[planned.uid])).content.decode()
    for words in ("4 setuju, 1 menolak", "Menunggu litmas tambahan.", "Semua hadir.", "5 dari 5"):
        assert words in page
    assert "Tutup sidang" not in page


def test_closing_twice_shows_the_report(secretary, client, planned):
    values = sent(planned)
    url = reverse("desk:hearing_close", args=[planned.uid])
    assert client.post(url, values).status_code == client.post(url, values).status_code == 302
    assert planned.history.filter(state="closed").count() == 1


def test_without_quorum_nothing_is_written(secretary, client, planned):
    members = [str(member.pk) for member in planned.members.all()]
    answer = close(client, planned, present=members[:3], signed=members[:3])
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Belum kuorum: hadir 3 dari 5" in page
    assert 'href="#id_present"' in page
    assert "Semua hadir." in page  # what was written is not lost
    planned.refresh_from_db()
    assert planned.state == "planned"


def test_the_quorum_counts_everybody_the_decree_names(house, secretary, client, planned, prison):  # noqa: F811
    client.force_login(prison[1][Role.HEAD])
    assert client.post(reverse("desk:hearing_team_size"), {"size": "9"}).status_code == 302
    assert "sedikitnya 7 dari 9 hadir" in client.get(reverse("desk:hearing", args=[planned.uid])).content.decode()
    client.force_login(secretary)
    assert close(client, planned).status_code == 422


def test_a_rejection_needs_a_condition_that_is_not_met(secretary, client, planned):
    item = item_of(planned)
    page = client.get(reverse("desk:hearing", args=[planned.uid])).content.decode()
    assert "tidak ada dasar untuk menolak" in page
    assert f'name="item-{item.pk}-recommendation" value="reject"' not in page
    answer = close(client, planned, **{f"item-{item.pk}-recommendation": "reject"})
    assert answer.status_code == 422
    assert f'href="#id_item-{item.pk}-recommendation"' in answer.content.decode()


def test_a_rejection_with_its_condition_is_kept(house, secretary, client):
    factory.team(house)
    factory.before_the_team(Stay.objects.get(person__name__startswith="Yohanis"), "family_leave")
    hearing = factory.hearing(house)
    item = hearing.items.get(case__right="family_leave")
    typed = {f"item-{item.pk}-recommendation": "reject"}
    answer = close(client, hearing, **typed)
    assert answer.status_code == 422
    assert f'href="#id_item-{item.pk}-criterion"' in answer.content.decode()
    assert close(client, hearing, **typed | {f"item-{item.pk}-criterion": "no_violation_this_year"}).status_code == 302
    item.refresh_from_db()
    assert (item.recommendation, item.criterion) == ("reject", "no_violation_this_year")


def test_a_postponed_case_says_why_and_waits_again(secretary, client, planned):
    item = item_of(planned)
    typed = {f"item-{item.pk}-recommendation": "postpone"}
    assert close(client, planned, **typed).status_code == 422
    assert close(client, planned, **typed | {f"item-{item.pk}-reason": "Litmas belum datang"}).status_code == 302
    assert "1 perkara menunggu sidang" in client.get(reverse("desk:hearings")).content.decode()


@pytest.mark.parametrize(("yes", "no"), [("2", "3"), ("5", "1"), ("3", "")])
def test_votes_that_do_not_add_up_are_refused_at_their_case(secretary, client, planned, yes, no):
    item = item_of(planned)
    typed = {f"item-{item.pk}-votes_for": yes, f"item-{item.pk}-votes_against": no}
    answer = close(client, planned, **typed)
    assert answer.status_code == 422
    assert f'href="#id_item-{item.pk}-votes_for"' in answer.content.decode()


def test_somebody_elses_change_is_told(secretary, client, planned):
    answer = close(client, planned, version=planned.version + 4)
    assert answer.status_code == 422
    assert "Bandingkan kedua isian" in answer.content.decode()


def test_agenda_and_report_are_printed(secretary, client, planned):
    url = reverse("desk:hearing_print", args=[planned.uid])
    assert "Agenda sidang TPP" in client.get(url).content.decode()
    close(client, planned)
    page = client.get(url).content.decode()
    assert "Berita acara sidang TPP" in page
    assert page.count("Anggota Luar 5") == 2  # in the list and on a line to sign


def test_the_list_exports(secretary, client, planned):
    assert "TPP-1" in client.get(reverse("desk:hearings"), {"bentuk": "csv"}).getvalue().decode()

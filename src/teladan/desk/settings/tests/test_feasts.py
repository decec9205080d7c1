"""The pages of the feasts: shown to all, changed by a head."""

import pytest
from django.urls import reverse

from teladan.desk.tests import factory
from teladan.people.models import Person
from teladan.people.models.facility import Role
from teladan.rights.feasts import feast_days
from teladan.rights.jobs import running, tasks
from teladan.rights.models import FeastCorrection, Job


@pytest.fixture
def head(prison, client):
    client.force_login(prison[1][Role.HEAD])
    return client


def move(client, table, day):
    url = reverse("desk:feast_move", args=["islam", table.isoformat()])
    return client.post(url, {"day": day.isoformat(), "source": "Sidang isbat"})


def test_of_two_in_one_year_the_chosen_one_moves_and_everybody_reads_it(head, prison, client):
    (first, _), (second, _) = feast_days("islam", 2033)
    page = head.get(reverse("desk:feasts"), {"tahun": "2033"}).content.decode()
    for day in (first, second):
        assert reverse("desk:feast_move", args=["islam", day.isoformat()]) in page
    answer = move(head, second, second.replace(day=second.day - 1))
    assert answer["Location"] == reverse("desk:feasts") + "?tahun=2033"
    assert feast_days("islam", 2033)[0][0] == first
    for role in Role:
        client.force_login(prison[1][role])
        page = client.get(answer["Location"]).content.decode()
        assert page.count("Sidang isbat") == 2  # beside the day, and in the history
        assert (reverse("desk:feast_add") in page) == (role == Role.HEAD)


def test_while_everybody_is_assessed_again_the_head_watches_the_work(head, prison, monkeypatch):
    Person.objects.filter(name__startswith="Markus").update(religion="islam")
    monkeypatch.setattr(tasks, "perform", tasks.perform.using(backend="queue"))
    table = feast_days("islam", 2031)[0][0]
    answer = move(head, table, table)
    job = Job.objects.get(kind="follow", facility=prison[0])
    assert answer["Location"] == reverse("desk:remission_job", args=[job.uid])
    assert "Hentikan" not in head.get(answer["Location"]).content.decode()
    head.post(reverse("desk:remission_job_stop", args=[job.uid]))
    running.run(job.pk, 1)
    job.refresh_from_db()
    assert job.state == "done"
    assert head.get(answer["Location"])["Location"] == reverse("desk:feasts")


def test_a_correction_is_taken_back_once(head):
    table = feast_days("islam", 2031)[0][0]
    move(head, table, table)
    back = reverse("desk:feast_take_back", args=[FeastCorrection.objects.get().pk])
    assert head.post(back, {"source": " "}).status_code == 422
    assert head.post(back, {"source": "Salah ketik"}).status_code == 302
    assert head.post(back, {"source": "Salah ketik"}).status_code == 404
    assert "Salah ketik" in head.get(reverse("desk:feasts")).content.decode()


def test_the_other_facility_reads_which_facility_not_who(head, prison, client):
    table = feast_days("islam", 2031)[0][0]
    move(head, table, table)
    strangers = factory.officers(factory.facility("Lapas Lain"))
    client.force_login(strangers[Role.HEAD])
    page = client.get(reverse("desk:feasts")).content.decode()
    assert "Lapas Contoh" in page
    assert str(prison[1][Role.HEAD].username) not in page


@pytest.mark.parametrize(
    "url", ["/hari-raya/islam/2033-13-01/", "/hari-raya/islam/2033-05-05/", "/hari-raya/x/2033-01-02/"]
)
def test_no_such_feast(head, url):
    assert head.get(url).status_code == 404


def test_a_year_that_is_none_is_this_year(head):
    for year in ("x", "99999", "-1", "²²²²"):
        assert head.get(reverse("desk:feasts"), {"tahun": year}).status_code == 200

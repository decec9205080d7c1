"""Trying a draft in the desk: examples that can be computed, numbers for all, names for few."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from teladan.desk.reforms.examples import EXAMPLES
from teladan.desk.reforms.picture import draw
from teladan.desk.tests import factory
from teladan.desk.tests.keyboard import press
from teladan.law.reform import read
from teladan.people.models.facility import Role
from teladan.rights.models import ReformRun


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_a_draft(name):
    assert read(EXAMPLES[name].text(factory.TODAY)).name == name


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_can_be_computed(prison, client, name):
    client.force_login(prison[1][Role.HEAD])
    chosen = client.get(reverse("desk:reform_try"), {"contoh": name}).content.decode()
    assert f"id = &quot;{name}&quot;" in chosen
    answer = client.post(reverse("desk:reform_try"), {"text": EXAMPLES[name].text(factory.TODAY)})
    run = ReformRun.objects.get()
    assert answer["Location"] == reverse("desk:reform", args=[run.uid])
    assert run.job.state == "done", run.job.problems
    assert client.get(answer["Location"]).status_code == 200


def test_a_slip_is_said_beside_the_field_with_its_place(prison, client):
    client.force_login(prison[1][Role.LEGAL])
    text = EXAMPLES["cb-dua-tahun"].text(factory.TODAY).replace("longest_term_days", "longest_term")
    answer = client.post(reverse("desk:reform_try"), {"text": text})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "change[0].set.longest_term" in page
    assert "longest_term_days" in page
    assert not ReformRun.objects.exists()


@pytest.mark.parametrize("role", [Role.KITCHEN, Role.LEGAL])
def test_who_sees_no_dates_sees_numbers_without_names(prison, client, role):
    url = reverse("desk:reform", args=[factory.reform(prison[0]).uid])
    client.force_login(prison[1][role])
    for asked in ({}, {"akibat": "earlier"}, {"bentuk": "xlsx"}):
        answer = client.get(url, asked)
        assert answer["Content-Type"].startswith("text/html")
        assert "Markus" not in answer.content.decode()
    client.force_login(prison[1][Role.REGISTRAR])
    assert "Markus" in client.get(url, {"akibat": "earlier"}).content.decode()
    assert "Markus" not in client.get(url, {"akibat": "later"}).content.decode()
    assert "spreadsheet" in client.get(url, {"bentuk": "xlsx"})["Content-Type"]


def test_the_drawing_keeps_within_its_frame():
    result = {"months": ["2026-11-24", "2026-12-01"], "before": [0, 0], "after": [0, 0]}
    drawn = draw(result, factory.TODAY, coming=False)
    assert drawn.before == "48.0,224.0 704.0,224.0"
    assert drawn.first is None


def test_from_an_example_to_its_effect_by_keyboard(prison, live_server, page, sign_in, axe, screenshot):
    sign_in(prison[1][Role.HEAD])
    page.goto(live_server.url + reverse("desk:reforms"))
    press(page, page.get_by_role("button", name="Coba rancangan"))
    press(page, page.get_by_role("link", name="Asimilasi di rumah dibuka lagi"))
    page.wait_for_url("**/?contoh=asimilasi-rumah")
    press(page, page.get_by_role("button", name="Hitung akibatnya"))
    # Without a worker the page waits for the work: a process that reads the law anew.
    expect(page.get_by_role("heading", name="Siapa terkena")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("img", name="Hanya orang yang sekarang di dalam")).to_be_visible()
    axe(page)
    screenshot(page, "reform-computed")


def test_the_kitchen_reads_how_many_to_expect_and_nobodys_name(prison, client):
    client.force_login(prison[1][Role.KITCHEN])
    assert "Belum ada perkiraan" in client.get(reverse("desk:meals")).content.decode()
    run = factory.reform(prison[0])
    page = client.get(reverse("desk:meals")).content.decode()
    assert reverse("desk:reform", args=[run.uid]) in page
    assert "1 Februari 2027" in page
    assert "Markus" not in page


def test_more_drafts_than_a_page_holds_are_all_reached(prison, client):
    run = factory.reform(prison[0])
    values = {name: getattr(run, name) for name in ("facility", "name", "title", "first", "text", "as_of", "made_at")}
    ReformRun.objects.bulk_create(ReformRun(**values) for _more in range(50))
    client.force_login(prison[1][Role.HEAD])
    assert "?halaman=2" in client.get(reverse("desk:reforms")).content.decode()
    older = client.get(reverse("desk:reforms"), {"halaman": "2"}).content.decode()
    assert reverse("desk:reform", args=[run.uid]) in older

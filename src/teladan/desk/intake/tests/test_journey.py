"""In a real browser: a verdict is dropped, checked beside its text, corrected, confirmed; the dates appear."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from teladan.desk.intake.tests.sending import complete, upload
from teladan.desk.tests import factory
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.models import Person, Stay
from teladan.people.models.facility import Role
from teladan.people.problems import day


@pytest.fixture
def registrar(prison, sign_in):
    sign_in(prison[1][Role.REGISTRAR])
    return prison[1][Role.REGISTRAR]


def drop(page, path):
    """Let a file fall on the field, as a hand with a mouse would."""
    box = page.get_by_label("Berkas putusan").bounding_box()
    devices = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    for act in ("dragEnter", "dragOver", "drop"):
        where = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        devices.send("Input.dispatchDragEvent", {"type": act, "data": data, **where})


def test_from_a_dropped_file_to_the_dates_of_a_person(registrar, live_server, page, screenshot, tmp_path):
    page.goto(live_server.url + reverse("desk:intake"))
    (tmp_path / "putusan.txt").write_text(as_issued(Facts()), encoding="utf-8")
    drop(page, tmp_path / "putusan.txt")
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_role("button", name="Periksa yang pertama").click()

    term = page.get_by_role("link", name=re.compile(r"Lihat dalam putusan\W+Lama pidana"))
    term.click()
    mark = page.locator("mark#petikan-term, mark:has(#petikan-term)")
    expect(mark).to_contain_text("1 (satu) tahun")
    expect(mark).to_be_in_viewport(ratio=1)
    mark.get_by_role("link").click()
    expect(page).to_have_url(re.compile("#isian-(years|kind)$"))

    page.get_by_label("Bulan").first.fill("8")
    complete(page)
    screenshot(page, "intake-checked")
    page.get_by_role("button", name="Masukkan ke register").dblclick()
    page.wait_for_url(re.compile("/orang/"))
    expect(page.get_by_role("heading", name="Rama Contoh")).to_be_visible()
    stay = Stay.objects.get(register_number="BI-900/2018")
    assert stay.verdicts.get().sentences.get().months == 8
    # 1 year 8 months; days between the orders and after them, when nobody held him, do not count.
    assert stay.standing.expiry.year >= 2019
    expect(page.locator("main")).to_contain_text(day(stay.standing.expiry, "id"))
    assert Person.objects.filter(name="Rama Contoh").count() == 1


def test_the_same_without_javascript(registrar, live_server, browser, page):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(live_server.url + reverse("desk:intake"))
    plain.get_by_label("Berkas putusan").set_input_files(
        {"name": "putusan.txt", "mimeType": "text/plain", "buffer": as_issued(Facts()).encode()}
    )
    plain.get_by_role("button", name="Baca berkas").click()
    plain.get_by_role("link", name="putusan.txt").click()
    complete(plain)
    plain.get_by_role("button", name="Masukkan ke register").click()
    expect(plain.get_by_role("heading", name="Rama Contoh")).to_be_visible()
    context.close()


def test_every_page_reads_well_everywhere(registrar, prison, client, live_server, everywhere):
    proposal = factory.proposal(prison[0])
    unreadable = upload(client, ("kosong.txt", b"")).proposals.get()
    everywhere(live_server.url + reverse("desk:intake_proposal", args=[unreadable.uid]), "intake-unreadable")
    for name, where in (
        ("intake", []),
        ("intake_batch", [proposal.batch.uid]),
        ("intake_proposal", [proposal.uid]),
    ):
        everywhere(live_server.url + reverse(f"desk:{name}", args=where), name.replace("_", "-"))


def test_what_is_missing_is_said_and_the_page_still_reads_well(registrar, prison, live_server, page, axe, screenshot):
    text = as_issued(Facts()).replace("47/Pid.B/2018/PN Kpg", "…/Pid.B/2018/PN Kpg")
    proposal = factory.proposal(prison[0], text)
    page.goto(live_server.url + reverse("desk:intake_proposal", args=[proposal.uid]))
    page.get_by_role("button", name="Masukkan ke register").click()
    summary = page.locator(".govuk-error-summary")
    expect(summary).to_be_visible()
    summary.get_by_role("link", name=re.compile("Nomor perkara")).click()
    expect(page.get_by_role("textbox", name="Nomor perkara")).to_be_focused()
    axe(page)
    screenshot(page, "intake-errors")
    page.set_viewport_size({"width": 390, "height": 844})
    screenshot(page, "intake-errors")

"""In a real browser: the head appoints, the secretary plans, the team votes, the report is printed."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from teladan.desk.tests import factory
from teladan.desk.tests.conftest import prison  # noqa: F401 - a fixture
from teladan.desk.tests.keyboard import fill, press
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.rights.models import Hearing


def test_a_hearing_from_the_team_to_the_report(prison, live_server, page, sign_in, screenshot, axe):  # noqa: F811
    house, staff = prison
    factory.before_the_team(Stay.objects.get(person__name__startswith="Yohanis"))
    sign_in(staff[Role.HEAD])
    for name in ("Anggota Satu", "Anggota Dua", "Anggota Bapas"):
        page.goto(live_server.url + reverse("desk:hearing_appoint"))
        fill(page, page.get_by_label("Nama anggota dari luar"), name)
        fill(page, page.get_by_label("Nomor keputusan Kepala"), "SK-1")
        press(page, page.get_by_role("button", name="Tetapkan"))
        page.wait_for_url(re.compile("/sidang/tim/$"))
    expect(page.get_by_text("kuorum sedikitnya 3 hadir")).to_be_visible()

    sign_in(staff[Role.HEARING_TEAM])
    page.goto(live_server.url + reverse("desk:hearings"))
    press(page, page.locator(".tld-next").get_by_role("link", name="Rencanakan sidang"))
    fill(page, page.get_by_label("Nomor sidang"), "TPP-12")
    press(page, page.get_by_role("button", name="Rencanakan"))
    page.wait_for_url(re.compile(r"/sidang/[0-9a-f-]{36}/$"))

    present = page.get_by_role("group", name="Hadir")
    for name in ("Anggota Satu", "Anggota Dua"):
        present.get_by_label(name).check()
    page.get_by_label("Setuju", exact=True).check()
    page.get_by_label("Suara setuju").fill("2")
    page.get_by_label("Suara menolak").fill("0")
    page.get_by_label("Pendapat berbeda").fill("Menunggu keluarga.")
    page.get_by_label("Risalah").fill("Litmas dibacakan.")
    signed = page.get_by_role("group", name="Sudah menandatangani")
    for name in ("Anggota Satu", "Anggota Dua"):
        signed.get_by_label(name).check()
    page.get_by_role("button", name="Tutup sidang").click()
    expect(page.locator(".govuk-error-summary").get_by_text("Belum kuorum: hadir 2 dari 3")).to_be_visible()
    axe(page)
    screenshot(page, "hearing-errors")

    present.get_by_label("Anggota Bapas").check()
    signed.get_by_label("Anggota Bapas").check()
    page.get_by_role("button", name="Tutup sidang").dblclick()
    page.get_by_text("Sidang selesai.").wait_for()
    expect(page.get_by_text("2 setuju, 0 menolak")).to_be_visible()
    hearing = Hearing.objects.get(facility=house, number="TPP-12")
    assert hearing.state == "closed"
    page.get_by_role("link", name="Cetak berita acara").click()
    expect(page.get_by_role("heading", name="Berita acara sidang TPP TPP-12")).to_be_visible()
    axe(page)
    screenshot(page, "hearing-report")


def test_every_page_reads_well_everywhere(prison, live_server, sign_in, everywhere):  # noqa: F811
    house, staff = prison
    hearing = factory.hearing(house)
    factory.before_the_team(Stay.objects.get(person__name__startswith="Markus"), "family_leave")
    sign_in(staff[Role.HEARING_TEAM])
    for name, where in (
        ("hearings", []),
        ("hearing_plan", []),
        ("hearing", [hearing.uid]),
        ("hearing_print", [hearing.uid]),
    ):
        everywhere(live_server.url + reverse(f"desk:{name}", args=where), name.replace("_", "-"))
    sign_in(staff[Role.HEAD])
    member = hearing.facility.team_members.first()
    for name, where in (("hearing_team", []), ("hearing_appoint", []), ("hearing_member_end", [member.pk])):
        everywhere(live_server.url + reverse(f"desk:{name}", args=where), name.replace("_", "-"))

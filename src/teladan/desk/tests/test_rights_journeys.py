"""Rights in a real Chromium: a leave from its own opening to the letter, a remission day, a case by keyboard alone."""

import re
from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from teladan.desk.tests import factory
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.people.services import confirm_lists
from teladan.rights.models import Case, Occasion, RightsSetting, RightStanding, Step
from teladan.rights.services import appoint, open_due_cases
from teladan.rights.tests.walking import hear
from tests.browser import check_accessibility

NOON = timezone.make_aware(datetime(2026, 11, 24, 12))  # noqa: DTZ001


@pytest.fixture
def at(page, live_server, sign_in):
    """`at(officer, case)`: the tab of this officer on the page of this case."""

    def go(officer, case):
        sign_in(officer)
        page.goto(live_server.url + reverse("desk:case", args=[case.uid]))
        return page

    return go


@pytest.fixture
def parole(prison):
    """Return the parole of Markus, opened by itself because its day has come near."""
    house, _staff = prison
    stay = Stay.objects.get(person__name__startswith="Markus")
    rights = RightStanding.objects.filter(standing__stay=stay)
    rights.exclude(right="parole").update(status="closed", date=None)
    rights.filter(right="parole").update(status="eligible", date=factory.TODAY)
    open_due_cases(house, factory.TODAY, stays=[stay], now=NOON - timedelta(days=2))
    return Case.objects.get(stay=stay, right="parole")


def _finish(page, result=None):
    if result:
        page.get_by_label(result, exact=True).check()
    page.get_by_role("button", name="Selesaikan langkah").click()
    expect(page.get_by_text("Langkah selesai.")).to_be_visible()


def _now(page):
    return page.get_by_role("region", name=re.compile("^Sekarang"))


def test_parole_from_its_own_opening_to_the_letter(prison, parole, at, screenshot):
    _house, staff = prison
    _collect_documents(at(staff[Role.CASE_OFFICER], parole), parole, screenshot)
    page = at(staff[Role.REGISTRAR], parole)
    expect(_now(page)).to_contain_text("Yang berutang: Bapas")
    _finish(page, "Bapas menyarankan")
    _hear(prison, parole)
    _finish(at(staff[Role.HEARING_TEAM], parole))
    _finish(at(staff[Role.HEAD], parole))
    page = at(staff[Role.REGISTRAR], parole)
    _finish(page)  # the regional office
    _finish(page, "Terverifikasi")  # the directorate
    _decide(page, screenshot)
    parole.refresh_from_db()
    noon = timezone.make_aware(datetime(parole.date.year, parole.date.month, parole.date.day, 12))  # noqa: DTZ001
    with (
        mock.patch("django.utils.timezone.localdate", return_value=parole.date),
        mock.patch("django.utils.timezone.now", return_value=noon),
    ):
        _hand_over(at(staff[Role.HEAD], parole), parole)


def _collect_documents(page, case, screenshot):
    expect(_now(page)).to_contain_text("Mengumpulkan dokumen")
    screenshot(page, "rights-case-documents")
    page.get_by_role("button", name="Selesaikan langkah").click()
    expect(page.get_by_role("alert")).to_contain_text("Dokumen belum lengkap")
    page.get_by_role("link", name="Berkas atau catatan Surat pernyataan warga binaan").click()
    page.get_by_label("Atau berkas baru").set_input_files(
        {"name": "pernyataan.txt", "mimeType": "text/plain", "buffer": b"Saya menyatakan."}
    )
    check_accessibility(page)
    page.get_by_role("button", name="Tandai sudah ada").click()
    expect(page.get_by_role("link", name="pernyataan.txt")).to_be_visible()
    missing = sum(not line["done"] for line in case.steps.get(state=Step.State.OPEN).checklist)
    for left in range(missing, 0, -1):
        expect(page.locator("#dokumen caption")).to_contain_text(f"{left} belum ada")
        page.get_by_role("button", name="Sudah ada").first.click()
    expect(page.locator("#dokumen caption")).to_contain_text("lengkap")
    _finish(page)


def _hear(prison, case):
    """Hold the hearing with the services: its pages have their own journey."""
    house, staff = prison
    decree = {"decree_number": "SK-1/2026", "from_day": factory.TODAY - timedelta(days=30), "actor": staff[Role.HEAD]}
    for role in (Role.HEARING_TEAM, Role.CASE_OFFICER, Role.SECURITY):
        appoint(house, name=staff[role].full_name, position="Anggota", officer=staff[role], **decree)
    hear(case, staff[Role.HEARING_TEAM], day=factory.TODAY)


def _decide(page, screenshot):
    expect(_now(page)).to_contain_text("Keputusan")
    page.get_by_role("button", name="Catat keputusan").click()
    expect(page.get_by_role("alert")).to_contain_text("Nomor keputusan")
    page.get_by_label("Diberikan").check()
    page.get_by_label("Nomor keputusan").fill("PAS-77/2026")
    page.get_by_role("button", name="Catat keputusan").click()
    expect(page.get_by_role("table", name="Tanggal sebelum dan sesudah keputusan")).to_be_visible()
    check_accessibility(page)
    screenshot(page, "rights-case-decided")


def _hand_over(page, case):
    site = page.url.split("/perkara")[0]
    page.goto(site + reverse("desk:steps"))
    page.get_by_role("link", name="Penyerahan kepada Bapas").click()
    _finish(page)
    case.stay.refresh_from_db()
    assert (case.stay.released_on, case.stay.release_kind) == (case.date, "parole")
    letter = page.request.get(site + reverse("desk:case_letter", args=[case.uid]))
    assert letter.body().startswith(b"%PDF")


@pytest.fixture
def day(prison, live_server, page, sign_in):
    """The tab of a registrar on the remission days, Christmas to be proposed."""
    house, staff = prison
    officer = staff[Role.REGISTRAR]
    RightsSetting.objects.bulk_create([RightsSetting(facility=house, preparation_days=1)])  # else it opens by itself
    for stay in Stay.objects.filter(status="convict"):
        confirm_lists(stay, ["absences"], actor=officer, why="Diperiksa.", expected_version=stay.version)
    sign_in(officer)
    page.goto(live_server.url + reverse("desk:remission_days"))
    return page


def test_a_remission_day_from_proposal_to_everybodys_dates(day, screenshot):
    page = day
    page.locator('a[href*="tanggal=2026-12-25"][href*="protestant"]').click()
    expect(page.get_by_role("row", name=re.compile("Markus Tanpanama"))).to_contain_text("1 bulan")
    check_accessibility(page)
    screenshot(page, "rights-day-proposal")
    page.get_by_role("button", name="Buka semua perkara").click()
    expect(page.get_by_role("heading", name=re.compile("catat keputusan untuk"))).to_be_visible()
    page.get_by_role("button", name="Catat keputusan").click()
    page.get_by_role("link", name=re.compile("^Nomor keputusan:")).click()
    expect(page.get_by_label("Nomor keputusan")).to_be_focused()
    page.keyboard.type("PAS-1/2026")
    page.get_by_label("Tanggal keputusan").fill("2026-12-20")
    page.get_by_role("button", name="Catat keputusan").click()
    expect(page.get_by_role("heading", name="Diputus 20 Desember 2026, nomor PAS-1/2026")).to_be_visible()
    check_accessibility(page)
    screenshot(page, "rights-day-decided")
    link = page.get_by_role("button", name="Cetak semua keputusan (PDF)").get_attribute("href")
    assert page.request.get(page.url.split("/remisi")[0] + link).body().startswith(b"%PDF")
    page.get_by_role("link", name="Remisi khusus hari raya").first.click()
    expect(page.get_by_role("row", name=re.compile("Ekspirasi setelah remisi"))).to_contain_text("2029")
    expect(page.locator("td strong").first, "a date moved").to_be_visible()


def test_a_second_press_opens_no_second_day(day):
    page = day
    page.locator('a[href*="tanggal=2026-12-25"][href*="protestant"]').click()
    page.get_by_role("button", name="Buka semua perkara").dblclick()
    expect(page.get_by_role("heading", name=re.compile("catat keputusan untuk"))).to_be_visible()
    assert Occasion.objects.count() == 1


def test_a_case_by_keyboard_alone(prison, parole, at):
    _house, staff = prison
    step = parole.steps.get(state=Step.State.OPEN)
    lines = [{**line, "done": True} for line in step.checklist]
    Step.objects.filter(pk=step.pk).update(checklist=[{**lines[0], "done": False}, *lines[1:]])
    page = at(staff[Role.CASE_OFFICER], parole)
    _tab_to(page, "Sudah ada")
    page.keyboard.press("Enter")
    expect(page.locator("#dokumen caption")).to_contain_text("lengkap")
    _tab_to(page, "Selesaikan langkah")
    page.keyboard.press("Space")
    expect(page.get_by_text("Langkah selesai.")).to_be_visible()
    expect(_now(page)).to_contain_text("Yang berutang: Bapas")


def _tab_to(page, text):
    for _stop in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip().startswith(text):
            return
    pytest.fail(f"the keyboard never reaches {text}")

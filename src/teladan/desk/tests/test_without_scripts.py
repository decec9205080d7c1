"""No script runs: an old computer, a blocked file. The forms of the desk's journey work all the same."""

import re
from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from teladan.desk.intake.tests.sending import complete
from teladan.desk.tests import factory
from teladan.people.intake.tests.render import Facts, as_issued
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from teladan.people.services import confirm_lists
from teladan.rights.models import Case, Occasion, RightsSetting, RightStanding, Step
from teladan.rights.services import open_due_cases

PASSWORD = "sinar-pagi-di-teluk"
NOON = timezone.make_aware(datetime(2026, 11, 24, 12))  # noqa: DTZ001


@pytest.fixture
def signed_in(prison, browser, live_server):
    """`signed_in(role)`: a tab without scripts in which that officer has signed in by hand."""
    opened = []

    def go(role):
        officer = prison[1][role]
        officer.set_password(PASSWORD)
        officer.save()
        opened.append(browser.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768}))
        page = opened[-1].new_page()
        page.goto(live_server.url)
        page.get_by_label("Nama pengguna").fill(officer.username)
        page.get_by_label("Kata sandi").fill(PASSWORD)
        page.get_by_role("button", name="Masuk").click()
        return page

    yield go
    for context in opened:
        context.close()


def test_somebody_is_searched_for_admitted_and_found(signed_in):
    page = signed_in(Role.REGISTRAR)
    _search(page, "Sabinus")
    expect(page.get_by_text("Tidak ada yang cocok")).to_be_visible()
    page.get_by_role("link", name="Terima warga binaan").click()
    page.get_by_role("textbox", name="Nama", exact=True).fill("Sabinus Contoh")
    page.get_by_label("Jenis kelamin").select_option("male")
    page.get_by_role("textbox", name="Nomor register", exact=True).fill("BI-901/2026")
    page.get_by_label("Status").select_option("detainee")
    page.get_by_label("Mengapa").fill("Diterima dari kejaksaan")
    page.get_by_role("button", name="Terima").click()
    expect(page.get_by_role("heading", name="Sabinus Contoh")).to_be_visible()
    page.get_by_role("link", name="Beranda").click()
    _search(page, "Sabinus")
    expect(page.get_by_role("link", name="Sabinus Contoh")).to_be_visible()


def test_a_verdict_is_uploaded_and_entered(signed_in):
    page = signed_in(Role.REGISTRAR)
    page.get_by_role("link", name="Putusan", exact=True).click()
    verdict = {"name": "putusan.txt", "mimeType": "text/plain", "buffer": as_issued(Facts()).encode()}
    page.get_by_label("Berkas putusan").set_input_files(verdict)
    page.get_by_role("button", name="Baca berkas").click()
    page.get_by_role("link", name="putusan.txt").click()
    complete(page)
    page.get_by_role("button", name="Masukkan ke register").click()
    expect(page.get_by_role("heading", name="Rama Contoh")).to_be_visible()


def test_a_case_is_found_its_last_paper_marked_and_its_step_finished(prison, signed_in):
    case = _case_but_for_one_paper(prison)
    page = signed_in(Role.CASE_OFFICER)
    page.get_by_role("link", name="Perkara", exact=True).click()
    page.locator(f'a[href="{reverse("desk:case", args=[case.uid])}"]').first.click()
    page.get_by_role("button", name="Sudah ada").click()
    page.get_by_role("button", name="Selesaikan langkah").click()
    expect(page.get_by_text("Langkah selesai.")).to_be_visible()
    assert case.steps.get(state=Step.State.OPEN).kind != "documents"


def test_a_remission_day_is_opened_and_decided(prison, signed_in):
    RightsSetting.objects.bulk_create([RightsSetting(facility=prison[0], preparation_days=1)])  # not by itself yet
    for stay in Stay.objects.filter(status="convict"):
        why = {"actor": prison[1][Role.REGISTRAR], "why": "Diperiksa."}
        confirm_lists(stay, ["absences"], expected_version=stay.version, **why)
    page = signed_in(Role.REGISTRAR)
    page.get_by_role("link", name="Remisi", exact=True).click()
    page.locator('a[href*="tanggal=2026-12-25"][href*="protestant"]').click()
    page.get_by_role("button", name="Buka semua perkara").click()
    expect(page.get_by_role("heading", name=re.compile("catat keputusan untuk"))).to_be_visible()
    page.get_by_label("Nomor keputusan").fill("PAS-1/2026")
    page.get_by_label("Tanggal keputusan").fill("2026-12-20")
    page.get_by_role("button", name="Catat keputusan").click()
    expect(page.get_by_role("heading", name=re.compile("^Diputus 20 Desember 2026"))).to_be_visible()
    assert Occasion.objects.get().state == Occasion.State.DECIDED


def _search(page, words):
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("search").get_by_role("button", name="Cari").click()


def _case_but_for_one_paper(prison):
    """Return the parole of Markus, opened by itself, every document there but one."""
    stay = Stay.objects.get(person__name__startswith="Markus")
    RightStanding.objects.filter(standing__stay=stay).exclude(right="parole").update(status="closed", date=None)
    RightStanding.objects.filter(standing__stay=stay, right="parole").update(status="eligible", date=factory.TODAY)
    open_due_cases(prison[0], factory.TODAY, stays=[stay], now=NOON - timedelta(days=2))
    case = Case.objects.get(stay=stay, right="parole")
    step = case.steps.get(state=Step.State.OPEN)
    checklist = [{**line, "done": place > 0} for place, line in enumerate(step.checklist)]
    Step.objects.filter(pk=step.pk).update(checklist=checklist)
    return case

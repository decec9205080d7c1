"""The public pages in Chromium: both screens, both languages, by keyboard, without scripts, light on the line."""

import gzip

import pytest
from playwright.sync_api import expect

from teladan.desk.tests.keyboard import fill, press, tab_to
from tests.browser import VIEWPORTS, check_accessibility, save_screenshot

PAGES = {"calculator": "/hitung-hak/", "api": "/api/"}
LIGHT = 100_000  # bytes of the page with everything it loads, compressed as it is sent


@pytest.mark.parametrize("name", PAGES)
def test_page_reads_well_everywhere(live_server, everywhere, name):
    everywhere(f"{live_server.url}{PAGES[name]}", f"public-{name}")


def _filled_in(page):
    page.get_by_label("Kapan mulai ditahan?").fill("11-02-2024")
    page.get_by_label("Tahun", exact=True).first.fill("5")
    page.get_by_label("Bulan", exact=True).first.fill("6")
    page.get_by_label("Perkaranya apa?").select_option("theft")
    page.get_by_label("Putusannya sudah tetap").select_option("yes")
    page.get_by_label("Tetap sejak").first.fill("01-08-2024")
    page.get_by_label("Hitung untuk tanggal").evaluate("field => { field.value = '24-11-2026' }")


def test_the_answer_reads_well_everywhere(live_server, page):
    for device in VIEWPORTS:
        page.set_viewport_size(VIEWPORTS[device])
        page.goto(f"{live_server.url}/hitung-hak/")
        _filled_in(page)
        page.get_by_role("button", name="Hitung", exact=True).first.click()
        expect(page.get_by_role("heading", name="Hitungan per 24 November 2026")).to_be_visible()
        wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= screen
        check_accessibility(page)
        save_screenshot(page, "public-answer")
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
        check_accessibility(page)
        save_screenshot(page, "public-answer-open")


def test_by_keyboard_alone_from_the_question_to_the_article(live_server, page):
    page.goto(f"{live_server.url}/hitung-hak/")
    fill(page, page.get_by_label("Kapan mulai ditahan?"), "11-02-2024")
    fill(page, page.get_by_label("Tahun", exact=True).first, "5")
    tab_to(page, page.get_by_label("Putusannya sudah tetap"))
    page.keyboard.type("Su")
    fill(page, page.get_by_label("Tetap sejak").first, "01-08-2024")
    press(page, page.get_by_role("button", name="Hitung", exact=True).first)
    expect(page.get_by_text("11 Februari 2029").first).to_be_visible()
    press(page, page.locator("#right-parole summary"))
    expect(page.locator("#right-parole").get_by_text("pasal").first).to_be_visible()


def test_without_scripts_a_row_is_added_and_the_answer_comes(live_server, browser):
    context = browser.new_context(java_script_enabled=False, viewport=VIEWPORTS["phone"])
    page = context.new_page()
    page.goto(f"{live_server.url}/hitung-hak/")
    page.get_by_label("Kapan mulai ditahan?").fill("11-02-2024")
    page.get_by_label("Tahun", exact=True).first.fill("5")
    page.get_by_text("Remisi yang sudah diterima").first.click()
    page.get_by_role("button", name="Tambah: Remisi yang sudah diterima").click()
    expect(page.locator("#id_remissions-1-kind")).to_be_visible()
    page.get_by_role("button", name="Hitung", exact=True).first.click()
    expect(page.get_by_text("11 Februari 2029").first).to_be_visible()
    context.close()


def _on_the_line(response):
    """Return how many bytes of it travel: text compressed, as the real server sends it, fonts as they are."""
    body = response.body()
    return len(body) if response.url.endswith(".woff2") else len(gzip.compress(body))


def test_the_page_with_all_it_loads_is_light(live_server, page):
    loaded = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108 - a built-in is not taken
    page.goto(f"{live_server.url}/hitung-hak/", wait_until="networkidle")
    assert {response.url.rsplit(".", 1)[-1] for response in loaded} >= {"css", "js", "woff2"}
    assert sum(_on_the_line(response) for response in loaded) < LIGHT

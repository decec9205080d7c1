"""The desk in a real Chromium: every page on both screens and in both languages, by keyboard, without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from teladan.desk.tests.access_table import ADDRESSES
from teladan.people.models import Stay
from teladan.people.models.facility import Role
from tests.browser import check_accessibility

# Of those who may open a page, the one to whom it shows most.
BUSIEST = (Role.REGISTRAR, Role.HEAD, Role.HEARING_TEAM, Role.CASE_OFFICER, *Role)
FOCUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect(), look = getComputedStyle(e);
    const inner = e.querySelector("text") ? getComputedStyle(e.querySelector("text")) : look;
    const seen = look.outlineStyle !== "none" || look.boxShadow !== "none"
        || look.backgroundColor !== "rgba(0, 0, 0, 0)" || inner.textDecorationLine === "underline";
    return {tag: e.tagName, text: (e.textContent || e.value || "").trim().slice(0, 40), href: e.getAttribute("href"),
            seen, inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


def _officer(staff, name):
    return staff[next(role for role in BUSIEST if role in ADDRESSES[name].roles)]


def _is_page(client, address, url):
    answer = client.get(url)
    return address.post is None and answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("name", ADDRESSES)
def test_page_reads_well_everywhere(prison, live_server, client, sign_in, everywhere, name):
    _house, staff = prison
    sign_in(_officer(staff, name))
    url = reverse(f"desk:{name}", kwargs=ADDRESSES[name].places())
    if not _is_page(client, ADDRESSES[name], url):
        pytest.skip("not a page to read: takes a form, sends on, or gives a file")
    everywhere(f"{live_server.url}{url}", f"desk-{name}")


@pytest.fixture
def registrar(prison, live_server, page, sign_in):
    """The tab of a registrar, on the first page."""
    _house, staff = prison
    sign_in(staff[Role.REGISTRAR])
    page.goto(f"{live_server.url}/")
    return page


def _goto_person(page, live_server):
    uid = Stay.objects.get(person__name__startswith="Markus").person.uid
    page.goto(f"{live_server.url}/orang/{uid}/")


def test_from_the_first_page_to_the_article(registrar):
    page = registrar
    page.get_by_role("link", name="Langkah lewat waktu").first.click()
    page.get_by_role("link", name="Markus Tanpanama").click()
    expect(page.get_by_role("heading", name="Markus Tanpanama")).to_be_visible()
    page.locator("svg:visible .tld-picture__mark text", has_text="Ekspirasi ·").click()
    expect(page.get_by_role("cell", name="Remisi umum 17 Agustus 2025")).to_be_visible()
    expect(page.get_by_text("Keppres 174/1999, pasal 7(4)").first).to_be_visible()


def test_a_misspelt_name_is_found_filtered_and_cleared(registrar):
    page = registrar
    page.get_by_role("link", name="Warga binaan", exact=True).click()
    page.get_by_role("searchbox").fill("markos tanpanma")
    page.get_by_role("search").get_by_role("button", name="Cari").click()
    expect(page.get_by_role("link", name="Markus Tanpanama")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("1–1 dari 1")
    assert "markos" not in page.url
    page.get_by_text("Saring daftar").click()
    page.get_by_label("Status").select_option("detainee")
    page.get_by_role("button", name="Saring").click()
    expect(page.get_by_text("Tidak ada yang cocok")).to_be_visible()
    page.get_by_role("link", name="Tampilkan semua").first.click()
    expect(page.get_by_role("status")).to_contain_text("1–7 dari 7")


def test_a_list_is_sorted_by_its_heading(registrar):
    page = registrar
    page.get_by_role("link", name="Warga binaan", exact=True).click()
    page.get_by_role("columnheader", name="Bebas").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Bebas")).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("tbody tr").first).to_contain_text("Stefanus Lewat")


def test_an_export_is_downloaded(registrar):
    page = registrar
    page.get_by_role("link", name="Warga binaan", exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh XLSX").click()
    assert waiting.value.suggested_filename == "warga-binaan.xlsx"


def test_the_calculator_answers(registrar, screenshot):
    page = registrar
    page.get_by_role("link", name="Hitung", exact=True).click()
    part = page.get_by_role("group", name="Pidana", exact=True)
    page.get_by_label("Mulai ditahan").fill("11-02-2024")
    part.get_by_label("Jenis pidana").select_option("prison")
    part.get_by_label("Tahun").fill("lima")
    part.get_by_label("Bulan", exact=True).fill("6")
    page.get_by_role("button", name="Hitung", exact=True).click()
    page.get_by_role("link", name="Tahun: Tulis bilangan bulat.").click()
    expect(part.get_by_label("Tahun")).to_be_focused()
    part.get_by_label("Tahun").fill("5")
    page.locator('button[value="detention"]').click()
    expect(page.get_by_label("Mulai ditahan")).to_have_count(2)
    page.get_by_role("button", name="Hitung", exact=True).click()
    expect(page.get_by_role("heading", name="Jawaban per 24 November 2026")).to_be_visible()
    right = page.locator(".tld-right", has_text="Pembebasan bersyarat")
    right.locator("summary").click()
    expect(right.get_by_text("belum ada data tentang rapor pembinaan (SPPN)")).to_be_visible()
    check_accessibility(page)
    screenshot(page, "desk-calculator-answer")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_answer_fits_a_phone(registrar, live_server, screenshot):
    page = registrar
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/hitung/")
    page.get_by_label("Mulai ditahan").fill("11-02-2024")
    page.get_by_label("Jenis pidana").select_option("prison")
    page.get_by_label("Tahun").fill("5")
    page.get_by_role("button", name="Hitung", exact=True).click()
    expect(page.locator(".tld-picture-tall svg")).to_be_visible()
    expect(page.locator(".tld-picture-wide svg")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    check_accessibility(page)
    screenshot(page, "desk-calculator-answer")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(registrar):
    page = registrar
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi halaman")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside


@pytest.mark.parametrize(
    "where", ["home", "people", "person", "calculator", "rules", "intake", "cases", "remission_days", "person_admit"]
)
def test_by_keyboard_alone_everything_is_reached_seen_and_left(registrar, live_server, where):
    page = registrar
    if where == "person":
        _goto_person(page, live_server)
    else:
        page.goto(live_server.url + reverse(f"desk:{where}"))
    stops = []
    while len(stops) < 400:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:  # past the last stop: nothing holds the reader
            break
        stops.append(focus)
    assert len(stops) < 400
    assert len(stops) > 15
    assert [stop for stop in stops if not (stop["seen"] and stop["inside"])] == []
    if where == "person":
        marks = [stop for stop in stops if stop["href"] and "/tanggal/" in stop["href"]]
        assert marks, "no date of the picture can be reached"


def test_a_date_of_the_picture_opens_by_keyboard(registrar, live_server):
    page = registrar
    _goto_person(page, live_server)
    page.locator("svg:visible .tld-picture__mark", has_text="2/3 ·").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tanggal/two_thirds/")


@pytest.fixture
def unscripted(prison, browser, live_server, client):
    """A tab in which no script runs, of a registrar."""
    _house, staff = prison
    client.force_login(staff[Role.REGISTRAR])
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1366, "height": 768})
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([cookie])
    yield context.new_page()
    context.close()


def test_without_scripts_everything_can_be_read_searched_and_calculated(unscripted, live_server):
    page = unscripted
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name="Warga binaan", exact=True).click()
    page.get_by_role("searchbox").fill("markos")
    page.get_by_role("search").get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Markus Tanpanama").click()
    page.locator(".tld-picture-wide .tld-picture__mark text", has_text="Ekspirasi ·").click()
    expect(page.get_by_role("heading", name="Ekspirasi setelah remisi")).to_be_visible()
    page.get_by_role("link", name="Hitung", exact=True).click()
    page.get_by_role("button", name="Hitung", exact=True).click()
    expect(page.get_by_role("heading", name="Jawaban per")).to_be_visible()


def test_without_scripts_the_menu_opens_on_a_phone(unscripted, live_server):
    page = unscripted
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}/")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Penahanan", exact=True).click()
    expect(page.get_by_role("heading", name="Penahanan")).to_be_visible()


def test_printing_leaves_out_what_can_only_be_pressed(registrar, live_server):
    page = registrar
    _goto_person(page, live_server)
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print")
    expect(page.locator(".tld-menu")).to_be_hidden()
    expect(page.locator(".tld-picture-wide svg")).to_be_visible()
    expect(page.locator(".tld-picture-tall svg")).to_be_hidden()

"""Every component of the front end, in a real browser: contrast, labels, widths; the menu without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser import VIEWPORTS

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.showcase.urls")]


def test_components_read_well_everywhere(live_server, everywhere):
    everywhere(f"{live_server.url}/komponen/", "components")


def test_form_errors_read_well_everywhere(live_server, everywhere):
    everywhere(f"{live_server.url}/komponen/?name=", "form-errors")


@pytest.fixture
def plain_page(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{live_server.url}/komponen/")
    yield tab
    context.close()


def test_menu_is_open_on_a_wide_screen_without_javascript(plain_page):
    plain_page.set_viewport_size(VIEWPORTS["desktop"])
    expect(plain_page.get_by_role("link", name="Menu 8")).to_be_visible()


def test_menu_folds_on_a_phone_without_javascript(plain_page):
    plain_page.set_viewport_size(VIEWPORTS["phone"])
    link = plain_page.get_by_role("link", name="Menu 8")
    expect(link).not_to_be_visible()
    plain_page.locator("summary", has_text="Menu").click()
    expect(link).to_be_visible()

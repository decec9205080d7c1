"""The pages around signing in and every refusal, in a real browser, on both screens and in both languages."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import expect

from tests.browser import VIEWPORTS
from tests.test_sign_in import PASSWORD, officer  # noqa: F401 - a fixture

REFUSALS = ["400", "403", "403_csrf", "404", "account/locked_out", "account/account_inactive"]


@pytest.mark.django_db
@pytest.mark.urls("tests.showcase.urls")
@pytest.mark.parametrize("name", [*REFUSALS, "account/signup_closed"])
def test_refusals_read_well_everywhere(live_server, everywhere, name):
    everywhere(f"{live_server.url}/penolakan/{name}/", f"refusal-{name.rpartition('/')[2]}")


@pytest.mark.django_db
@pytest.mark.urls("tests.showcase.urls")
@pytest.mark.parametrize(
    ("name", "indonesian", "english"),
    [
        ("500", "Maaf, ada gangguan", "Sorry, something went wrong"),
        ("503", "Sistem sedang sibuk", "The system is busy"),
    ],
)
def test_failure_is_told_in_both_languages_on_one_page(live_server, page, axe, screenshot, name, indonesian, english):
    page.goto(f"{live_server.url}/penolakan/{name}/")
    for words in (indonesian, english):
        expect(page.get_by_role("heading", name=words)).to_be_visible()
    for size in VIEWPORTS.values():
        page.set_viewport_size(size)
        screenshot(page, f"refusal-{name}")
    axe(page)


def _code(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def _sign_in(page, live_server, officer):  # noqa: F811
    page.goto(f"{live_server.url}/akun/masuk/?next=/akun/dua-langkah/")
    page.get_by_label("Nama pengguna").fill(officer.username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()


@pytest.fixture
def secret(officer):  # noqa: F811
    made = totp.generate_totp_secret()
    totp.TOTP.activate(officer, made)
    return made


def test_second_step_reads_well_everywhere(live_server, page, officer, secret, everywhere):  # noqa: F811
    account = f"{live_server.url}/akun/dua-langkah"
    _sign_in(page, live_server, officer)
    everywhere(f"{account}/authenticate/", "second-step")
    page.goto(f"{account}/authenticate/")
    page.locator("[name=code]").fill("000000")
    page.locator("main button").first.click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.locator("[name=code]").fill(_code(secret))
    page.locator("main button").first.click()
    everywhere(f"{account}/", "account-second-step")
    everywhere(f"{account}/reauthenticate/", "confirm-code")
    page.goto(f"{live_server.url}/akun/pastikan/")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button").click()
    for name in ("totp/deactivate", "recovery-codes/generate"):
        everywhere(f"{account}/{name}/", name.replace("/", "-"))
    page.locator("main button").click()
    everywhere(f"{account}/recovery-codes/", "recovery-codes")

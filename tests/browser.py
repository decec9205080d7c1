"""A real Chromium for tests: pages as officers see them, accessibility checks, screenshots.

Fixtures: `page` (a tab, 1366x768), `sign_in`, `axe`, `screenshot`, `everywhere`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
SCREENSHOTS = ROOT / "var" / "screenshots"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VIEWPORTS = {"desktop": {"width": 1366, "height": 768}, "phone": {"width": 390, "height": 844}}
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",  # CI runs as root
    "--disable-dev-shm-usage",  # a container gives it 64 MB
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _missing(what: str) -> None:
    """Fail loudly where the full run is promised, else skip and say what to install."""
    if os.environ.get("TELADAN_FULL") == "1" or os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def _chromium() -> str:
    named = os.environ.get("TELADAN_CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), "")
    if not found:
        _missing("no Chromium on this machine: apt-get install chromium, or name one in TELADAN_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    executable = _chromium()
    if not AXE.exists():
        _missing("no axe-core: run `make frontend`")
    # Playwright's loop lives in this thread, and Django would take our plain calls for asynchronous ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a fresh tab; the test fails when the page breaks its own security policy or its script fails."""
    context = browser.new_context(viewport=VIEWPORTS["desktop"], locale="en-GB")
    context.set_default_timeout(10_000)
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None)
    yield tab
    context.close()
    assert not wrong, "the browser reported:\n" + "\n".join(wrong)


@pytest.fixture
def sign_in(page: Page, live_server: Any, client: Any) -> Callable[[Any], None]:
    """`sign_in(officer)`: the tab belongs to that officer, without typing a password."""

    def go(officer: Any) -> None:
        client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
        cookie = client.cookies["sessionid"]
        page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])

    return go


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)`: fail with a readable list when the page breaks WCAG 2.2 AA or axe's best practices."""
    return check_accessibility


def check_accessibility(page: Page) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", tags)
    assert found["passes"], "axe checked nothing"
    lines = [_violation(violation) for violation in found["violations"]]
    assert not lines, f"{page.url}\n" + "\n".join(lines)


def _violation(violation: dict[str, Any]) -> str:
    places = "; ".join(str(node["target"]) for node in violation["nodes"][:5])
    return f"- {violation['id']} ({violation['impact']}): {violation['help']} at {places}"


@pytest.fixture
def screenshot() -> Callable[[Page, str], Path]:
    """`screenshot(page, "name")` saves var/screenshots/name-{desktop,phone}-{id,en}.png."""
    return save_screenshot


def save_screenshot(page: Page, name: str) -> Path:
    size = page.viewport_size or VIEWPORTS["desktop"]
    device = "phone" if size["width"] < 640 else "desktop"
    language = page.evaluate("document.documentElement.lang")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{name}-{device}-{language}.png"
    page.screenshot(path=path, full_page=True)
    return path


@pytest.fixture
def everywhere(page: Page) -> Callable[[str, str], None]:
    """`everywhere(url, "name")`: the page on desktop and phone, in both languages: axe, width, screenshot."""

    def visit(url: str, name: str) -> None:
        for language in ("id", "en"):
            page.context.add_cookies([{"name": "teladan_language", "value": language, "url": urljoin(url, "/")}])
            for viewport in VIEWPORTS.values():
                page.set_viewport_size(viewport)
                page.goto(url)
                assert page.evaluate("document.documentElement.lang") == language
                _fits(page, name)
                save_screenshot(page, name)
                check_accessibility(page)

    return visit


def _fits(page: Page, name: str) -> None:
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= screen, f"{name} is {wide} px wide on a screen of {screen} px"

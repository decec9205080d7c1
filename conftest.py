"""What every test gets: no network, a clean place for files, a real browser when asked for.

`--database-only` keeps the tests that touch the database, for a second run on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings

# No test may fail because the machine is busy.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")

pytest_plugins = ["tests.browser"]
ROOT = Path(__file__).parent
MEMORY = "django.core.cache.backends.locmem.LocMemCache"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database-only", action="store_true", help="run only the tests that touch the database")


def pytest_configure(config: pytest.Config) -> None:
    _quick_and_clean_settings()
    if not hasattr(config, "workerinput"):  # once, not again in each worker
        from teladan.site.translation import compile_catalogues  # noqa: PLC0415

        compile_catalogues(ROOT / "src")


def _quick_and_clean_settings() -> None:
    place = Path(tempfile.mkdtemp(prefix="teladan-test-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    for name in ("static", "documents"):
        (place / name).mkdir()
    settings.STATIC_ROOT = place / "static"
    settings.MEDIA_ROOT = place / "documents"
    settings.ASKED = place / "asked"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # Long work is done at once, by whoever asks for it; its progress is kept for this process.
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
        "queue": settings.TASKS["default"],
    }
    settings.CACHES = {name: {"BACKEND": MEMORY, "LOCATION": name} for name in settings.CACHES}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Plain HTTP on 127.0.0.1 and an own key, whatever the machine's environment says.
    settings.ALLOWED_HOSTS = ["*"]


def pytest_report_header() -> str:
    engine = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[1]
    return f"database: {engine}; full run: {'yes' if os.environ.get('TELADAN_FULL') == '1' else 'no'}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--database-only"):
        kept = [item for item in items if _touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _touches_database(item: pytest.Item) -> bool:
    used = set(getattr(item, "fixturenames", ()))
    if "browser" in used:
        return False  # looks at pages: the same on every database, and slow
    wanted = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
    return bool(item.get_closest_marker("django_db") or wanted & used)

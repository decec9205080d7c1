"""What the environment says: paths, secrets, the database. Read by settings.py only."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def flag(name: str) -> bool:
    """Return whether the environment variable is `1`."""
    return os.environ.get(name) == "1"


def words(name: str, default: str) -> list[str]:
    """Return a comma-separated environment variable as a list without empty entries."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """Return a whole number above zero from the environment."""
    text = os.environ.get(name, str(default))
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ImproperlyConfigured(f"{name}: {text!r} is no whole number above zero")
    return int(text)


def folder(name: str, default: Path) -> Path:
    """Return the folder named by the environment, made when missing, closed to other users."""
    path = Path(os.environ.get(name, default))
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}: the folder {path} cannot be made ({error.strerror}). Choose another."
        ) from error
    return path


def secret_key(var: Path) -> str:
    """Return TELADAN_SECRET_KEY, or the key in var/secret-key, made on the first start for its owner only."""
    if key := os.environ.get("TELADAN_SECRET_KEY"):
        return key
    path = var / "secret-key"
    try:
        # O_EXCL: of two processes starting at once, one makes the key and the other reads it.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
            made.write(get_random_secret_key())
    except FileExistsError:
        pass
    if not (key := path.read_text().strip()):
        raise ImproperlyConfigured(f"{path} is empty: remove it and start again, everybody signs in anew")
    return key


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for `sqlite:///path` or `postgresql://user@host:port/name`."""
    parts = urlparse(url)
    try:
        port = str(parts.port or "")
    except ValueError as wrong:
        raise ImproperlyConfigured(
            "TELADAN_DATABASE: the port is a number, as in postgresql://user@host:5432/name"
        ) from wrong
    if parts.scheme == "sqlite":
        # An absolute path after three slashes makes four; one of them is the path's own.
        return _sqlite("/" + unquote(parts.path).lstrip("/"))
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": port,
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # As long as on SQLite: then the page says that the system is busy, instead of waiting for ever.
            "OPTIONS": {"connect_timeout": 5, "options": "-c lock_timeout=20s"},
        }
    raise ImproperlyConfigured("TELADAN_DATABASE starts with sqlite:/// or postgresql://")


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # A write lock from the first statement: two officers wait for each other instead of failing.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }

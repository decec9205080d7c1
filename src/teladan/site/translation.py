"""Finds the texts of an app and keeps its English catalogue, in pure Python: a fresh machine has no gettext.

Texts are written in Indonesian in the code; `locale/en/LC_MESSAGES/django.po` of each app holds the English.
Compiled catalogues (`.mo`) stay out of git.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
SKIPPED = {"tests", "migrations", "node_modules"}


@dataclass(frozen=True)
class Problem:
    """A text whose English is missing or no longer used."""

    app: str
    text: str
    what: str

    def __str__(self) -> str:
        return f"{self.app}: {self.what}: {self.text!r}"


def catalogue_path(app: Path, language: str = "en") -> Path:
    """Return where an app keeps a catalogue."""
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def texts(app: Path) -> Catalog:
    """Return every translatable text of an app's Python files and templates."""
    found = Catalog(locale="en", fuzzy=False)
    for path in sorted([*app.rglob("*.py"), *app.rglob("*.html"), *app.rglob("*.txt")]):
        if not SKIPPED & set(path.relative_to(app).parts):
            for message, context in _texts_of(path):
                found.add(message, context=context)
    return found


def _texts_of(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        source = templatize(source, origin=str(path))
    lines = io.BytesIO(source.encode())
    for _line, message, _comments, context in extract("python", lines, keywords=KEYWORDS):
        yield message, context


def read(path: Path) -> Catalog:
    """Return a catalogue, empty when the file does not exist yet."""
    if not path.exists():
        return Catalog(locale=path.parts[-3], fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def update(app: Path) -> None:
    """Bring an app's English catalogue up to its texts, keeping what is translated."""
    found, path = texts(app), catalogue_path(app)
    if not len(found):
        return
    catalogue = read(path)
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, omit_header=True, sort_output=True, no_location=True, width=110)


def problems(app: Path) -> Iterator[Problem]:
    """Name each text without English, and each English text whose Indonesian is gone."""
    found, known = texts(app), read(catalogue_path(app))
    wanted = {(m.id, m.context) for m in found if m.id}
    english = {(m.id, m.context): m.string for m in known if m.id}
    for text, _context in sorted(english.keys() - wanted, key=str):
        yield Problem(app.name, str(text), "no longer used")
    for key in sorted(wanted, key=str):
        if not _complete(english.get(key)):
            yield Problem(app.name, str(key[0]), "has no English")


def _complete(translated: str | list[str] | tuple[str, ...] | None) -> bool:
    return bool(translated) if isinstance(translated, str | None) else all(translated)


def compile_catalogues(source: Path) -> int:
    """Write the `.mo` beside each `.po` under a folder where it is missing or older; returns how many."""
    count = 0
    for path in source.rglob("locale/*/LC_MESSAGES/*.po"):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        made = io.BytesIO()
        write_mo(made, read(path))
        # Rename at the end: two test workers may compile at once.
        temporary = compiled.with_suffix(f".{id(made)}.tmp")
        temporary.write_bytes(made.getvalue())
        temporary.replace(compiled)
        count += 1
    return count

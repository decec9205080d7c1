"""The answer as a family reads it: which rights now, which later, what is in the way, what to ask the prison."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from teladan.faces.calculator.answer import Right
from teladan.law import words

KINDS: tuple[tuple[tuple[str, ...], Promise, Promise], ...] = (
    (("eligible",), _("Sudah berhak"), _("Semua syaratnya terpenuhi. Tanyakan kapan diusulkan.")),
    (("upcoming",), _("Tinggal menunggu tanggal"), _("Syarat lain terpenuhi. Haknya datang pada tanggal ini.")),
    (("needs_facts",), _("Belum dapat dipastikan"), _("Ada data yang belum diisi. Buka untuk melihat yang mana.")),
    (("blocked",), _("Ada syarat yang belum terpenuhi"), _("Buka untuk melihat syarat yang mana.")),
    (("excluded", "closed"), _("Tidak berlaku"), _("Bukan untuk perkara ini, atau programnya tidak berjalan.")),
)


@dataclass(frozen=True)
class Kind:
    """Rights that stand alike, with what that means."""

    title: Promise
    meaning: Promise
    rights: list[Right]
    quiet: bool


def kinds(rights: Iterable[Right]) -> list[Kind]:
    """Return the rights by how they stand, what can be had first; kinds without a right are left out."""
    known = list(rights)
    made = [
        Kind(title, meaning, [right for right in known if right.status in statuses], "excluded" in statuses)
        for statuses, title, meaning in KINDS
    ]
    return [kind for kind in made if kind.rights]


def to_ask(found: Mapping[str, Any]) -> list[str]:
    """Return what is missing for any right that is not excluded, each once, in the reader's words."""
    language = get_language() or "id"
    names = [
        name
        for right in found["rights"]
        if right["status"] not in ("excluded", "closed")
        for finding in right["findings"]
        for name in finding.get("missing", ())
    ]
    return [words.fact(name, language) for name in dict.fromkeys(names)]

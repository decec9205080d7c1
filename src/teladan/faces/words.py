"""Plain words for the codes of the law and the register: one place, so that every page says the same."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from teladan.law.terms import months_and_days
from teladan.rights.catalogue import RIGHT_NAMES

Text = str | Promise

STATUSES: dict[str, Text] = {
    "eligible": _("Berhak sekarang"),
    "upcoming": _("Menunggu tanggal"),
    "blocked": _("Ada syarat yang belum terpenuhi"),
    "needs_facts": _("Data belum lengkap"),
    "excluded": _("Tidak berlaku untuk perkara ini"),
    "closed": _("Program tidak berjalan"),
}
SHORT_STATUSES: dict[str, Text] = {
    "eligible": _("Berhak"),
    "upcoming": _("Menunggu"),
    "blocked": _("Terhalang"),
    "needs_facts": _("Data kurang"),
    "excluded": _("Tidak berlaku"),
    "closed": _("Ditutup"),
}
DATE_NAMES: dict[str, Text] = {
    "start": _("Mulai dihitung"),
    "one_third": _("1/3 masa pidana"),
    "half": _("1/2 masa pidana"),
    "two_thirds": _("2/3 masa pidana"),
    "expiry_initial": _("Ekspirasi awal"),
    "expiry": _("Ekspirasi setelah remisi"),
    "release": _("Bebas setelah pengganti denda"),
}
# The sign of each confidence mark in words; letters alone tell a reader nothing.
CONFIDENCE: dict[str, Text] = {
    "A": _("Naskah dibaca"),
    "B": _("Dari sumber kedua"),
    "C": _("Belum dipastikan"),
}


def right_name(code: str) -> Text:
    """Return the name of a right; an unknown code is shown as it is rather than hidden."""
    return RIGHT_NAMES.get(code, code)


def length_words(days: int | None) -> str:
    """Return a number of days as months of 30 days and days, as decrees do: `1 bulan 15 hari`."""
    if days is None:
        return ""
    return term_words(0, *months_and_days(days))


def term_words(years: int, months: int, days: int) -> str:
    """Return `2 tahun 6 bulan`; an empty term is `0 hari`."""
    parts = [
        ngettext("%(n)d tahun", "%(n)d tahun", years) % {"n": years} if years else "",
        ngettext("%(n)d bulan", "%(n)d bulan", months) % {"n": months} if months else "",
        ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days} if days or not (years or months) else "",
    ]
    return " ".join(filter(None, parts))


MANY_DAYS = 3 * 366  # beyond these nobody counts in days


def distance_words(day: date, from_day: date) -> str:
    """Return how far a day is: `hari ini`, `12 hari lagi`, `3 hari lalu`, `lebih dari 5 tahun lalu`."""
    days = (day - from_day).days
    if days == 0:
        return gettext("hari ini")
    if abs(days) > MANY_DAYS:
        far = {"n": abs(days) // 366}  # the longest year: never more than it is
        return (
            gettext("lebih dari %(n)d tahun lagi") % far if days > 0 else gettext("lebih dari %(n)d tahun lalu") % far
        )
    if days > 0:
        return ngettext("%(n)d hari lagi", "%(n)d hari lagi", days) % {"n": days}
    return ngettext("%(n)d hari lalu", "%(n)d hari lalu", -days) % {"n": -days}


def said(text: Mapping[str, str]) -> str:
    """Return a text of the law's files (`id`, `en`) in the reader's language; Indonesian where English is missing."""
    return text.get(get_language() or "id") or text.get("id", "")


def citation(regulation: str, article: str) -> str:
    """Return a regulation with its article; nothing stands for an article that could not be read."""
    article = "" if article == "-" else article
    if not article or regulation in ("", "-"):
        return article or (gettext("belum ditemukan dasarnya") if regulation in ("", "-") else regulation)
    where = gettext("pasal %(article)s") % {"article": article} if article[0].isdigit() else article
    return f"{regulation}, {where}"

"""What to do about a condition whose fact is missing: which page of the register, and whose hand."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.law.criteria import REGISTRY

LETTER = _("Catat surat keterangannya, atau tandai tidak ada")
ACTIONS: dict[str, Promise] = {
    "person": _("Lengkapi identitasnya (tanggal lahir, agama, kewarganegaraan)"),
    "sentences": _("Lengkapi putusan, pidana, dan dendanya"),
    "detention": _("Catat penahanannya"),
    "absences": _("Catat hari yang tidak dihitung, atau tandai tidak ada"),
    "remissions": _("Catat remisinya, atau tandai tidak ada"),
    "discipline": _("Periksa Register F, lalu catat atau tandai tidak ada"),
    "conduct": _("Wali menulis rapor pembinaan"),
    "programme": _("Catat program pembinaannya"),
    "risk": _("Catat asesmen risiko yang baru"),
    "assimilation": _("Periksa pelaksanaan asimilasinya di berkas"),
    "illness": LETTER,
    "pledge": LETTER,
    "cooperation": LETTER,
    "merits": LETTER,
}
NO_FACT = _("Tunggu penetapan dari pusat: bukan data orang ini yang kurang")
LOOK = _("Buka haknya dan lihat data yang kurang")


def actions(criteria: Iterable[str], known: set[str]) -> list[str]:
    """Return what to do about these conditions, once each; `known` are the lists that nobody needs to look at."""
    found = dict.fromkeys(str(action) for code in criteria for action in _of(code, known))
    return list(found)


def _of(code: str, known: set[str]) -> list[Promise]:
    if code not in REGISTRY:
        return [LOOK]
    lists = dict.fromkeys(fact.partition(".")[0] for fact in REGISTRY[code].facts)
    if not lists:
        return [NO_FACT]
    if len(lists) == 1:  # also when there is one: it does not say enough yet
        return [ACTIONS[name] for name in lists]
    missing = [ACTIONS[name] for name in lists if name not in known]
    return missing or [ACTIONS["sentences"] if "sentences" in lists else LOOK]

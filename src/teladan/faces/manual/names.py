"""What the manual calls its kinds of rules, its texts and the answers of golden cases."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teladan.faces.words import Text

KINDS: dict[str, Text] = {
    "right": pgettext_lazy("jenis aturan", "Hak"),
    "criterion": pgettext_lazy("jenis aturan", "Syarat"),
    "switch": pgettext_lazy("jenis aturan", "Cara membaca"),
    "parameter": pgettext_lazy("jenis aturan", "Bilangan"),
    "step": pgettext_lazy("jenis aturan", "Baris perhitungan"),
    "feast": pgettext_lazy("jenis aturan", "Hari raya"),
    "note": pgettext_lazy("jenis aturan", "Catatan"),
}
TEXTS: dict[str, Text] = {
    "met": _("Bila terpenuhi"),
    "not_met": _("Bila tidak terpenuhi"),
    "unknown": _("Bila belum diketahui"),
    "not_applicable": _("Bila tidak disyaratkan"),
    "text": _("Bunyinya"),
    "religions": _("Untuk agama"),
}
ANOTHER_TEXT = _("Dalam keadaan lain")
SCOPES: dict[str, Text] = {"remission": _("untuk remisi"), "leave": _("untuk integrasi")}
ANSWERS: dict[str, Text] = {
    "met": _("Terpenuhi"),
    "not_met": _("Tidak terpenuhi"),
    "unknown": _("Belum diketahui"),
    "expected": _("Hasil yang diharapkan"),
}
SURE: dict[str, Text] = {
    "open": _("Bertanda C, belum dipastikan"),
    "confirmed": _("Dipastikan penelaah hukum"),
    "earlier": _("Dipastikan untuk bunyi yang lama"),
}

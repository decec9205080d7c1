"""What a draft does to somebody, in words: the grade, the harm, the way of leaving."""

from django.utils.translation import gettext_lazy as _

from teladan.faces.words import Text, right_name
from teladan.law.forecast import RELEASE
from teladan.rights.reforms.compare import Grade

GRADES: dict[str, Text] = {
    Grade.LOST: _("Kehilangan hak keluar lebih awal"),
    Grade.LATER: _("Keluar lebih lambat"),
    Grade.NEW: _("Mendapat hak keluar lebih awal"),
    Grade.EARLIER: _("Keluar lebih cepat"),
    Grade.SAME: _("Tidak berubah"),
    Grade.UNKNOWN: _("Tanggalnya tidak dapat dihitung"),
}
HARMS: dict[str, Text] = {
    "detention": _("Mungkin ditahan tidak sah, bila diterapkan kepada orang yang masih dilindungi aturan lama"),
    "release": _("Mungkin dibebaskan keliru, bila diterapkan sebelum berlaku"),
}


def way_name(way: str) -> Text:
    """Return how somebody leaves: by a right, or at the end of the term."""
    if not way:
        return _("tidak diketahui")
    return _("Bebas akhir pidana") if way == RELEASE else right_name(way)

"""The values that are read from a verdict, what they are called, and which field of the form holds each."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "case_number": _("Nomor perkara"),
    "court": _("Pengadilan"),
    "verdict_date": _("Tanggal putusan"),
    "articles": _("Pasal"),
    "offence": _("Jenis perkara"),
    "outcome": _("Jenis pidana"),
    "term": _("Lama pidana"),
    "fine_rp": _("Denda"),
    "substitute": _("Pengganti denda"),
    "restitution_rp": _("Uang pengganti"),
    "detention": _("Penahanan"),
    "detention_unsure": _("Penahanan yang tidak terbaca pasti"),
    "place": _("Tempat penahanan"),
}
# Value of the proposal -> field of the form, where the names differ. The service names its problems by the former.
FIELDS = {
    "outcome": "kind",
    "term": "years",
    "fine_rp": "fine_state",
    "substitute": "substitute_kind",
    "restitution_rp": "restitution_state",
    "place": "order-0-place",
    "detention": "order-0-start",
}


def field_of(name: str, number: int = 0) -> str:
    """Return the field, or the part of the form, that holds a value of the proposal."""
    if name == "detention":
        return f"order-{number}-start"
    return "orders" if name in {"detention_unsure", "place"} else FIELDS.get(name, name)

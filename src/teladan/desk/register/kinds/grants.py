"""What was granted, and letters that open a right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import choice_field, day_field, number_field, text_field
from teladan.desk.register.kind import Kind
from teladan.people.models import Certificate, Remission

LATE_FOR = [("general", _("Remisi umum")), ("religious", _("Remisi khusus"))]
# The codes of the law for pledges and merits; `people.checks.certificate` refuses a wrong pair.
DETAILS = [
    ("loyalty", _("Ikrar: setia kepada NKRI")),
    ("no_repeat", _("Ikrar: tidak mengulangi tindak pidana")),
    ("state_service", _("Jasa: kepada negara")),
    ("humanity", _("Jasa: bagi kemanusiaan")),
    ("blood_donor", _("Jasa: donor darah")),
    ("justice_collaborator", _("Jasa: saksi pelaku yang bekerja sama")),
    ("helper", _("Jasa: pemuka")),
]


def _remission(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {
        "kind": choice_field(_("Jenis"), Remission.Kind.choices),
        "granted_on": day_field(_("Tanggal berlaku")),
        "months": number_field(_("Bulan"), most=99),
        "days": number_field(_("Hari"), most=99),
        "late_for": choice_field(_("Susulan untuk"), LATE_FOR, required=False, hint=_("Hanya untuk remisi susulan.")),
        "decree_number": text_field(_("Nomor keputusan"), 80, required=False),
    }


def _certificate(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {
        "kind": choice_field(_("Jenis"), Certificate.Kind.choices),
        "detail": choice_field(_("Rincian"), DETAILS, required=False, hint=_("Untuk ikrar dan jasa.")),
        "on": day_field(_("Tanggal")),
    }


REMISSION = Kind(
    name="remisi",
    model=Remission,
    permission="register.work",
    tab="person_sentence",
    title=_("Remisi"),
    fields=_remission,
    groups=((_("Besaran"), ("months", "days")),),
)
CERTIFICATE = Kind("surat", Certificate, "register.work", "person_sentence", _("Surat keterangan"), _certificate)

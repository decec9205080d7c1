"""The fields of a person and of a stay, for an admission and for the check of a verdict."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import choice_field, day_field, text_field
from teladan.people.models.person import RegisterClass, Religion, Sex, StayStatus

PERSON = (
    "name", "alias", "sex", "birth_date", "birth_place", "religion", "nationality", "nik", "address", "education",
    "occupation",
)  # fmt: skip
STAY = ("register_number", "register_class", "status", "admitted_on", "room")


def person_fields(*, required: bool = True) -> dict[str, forms.Field]:
    """Return the fields of a Person. What is not known stays empty."""
    return {
        "name": text_field(_("Nama"), 120, required=required, hint=_("Seperti dalam surat penahanan atau putusan.")),
        "alias": text_field(_("Nama lain"), 120, required=False),
        "sex": choice_field(_("Jenis kelamin"), Sex.choices, required=required),
        "birth_date": day_field(_("Tanggal lahir"), required=False, hint=_("Kosongkan jika tidak diketahui.")),
        "birth_place": text_field(_("Tempat lahir"), 80, required=False),
        "religion": choice_field(
            _("Agama"),
            Religion.choices,
            required=False,
            hint=_("Seperti saat pertama masuk; menentukan remisi khusus."),
        ),
        "nationality": text_field(
            _("Kewarganegaraan"), 2, required=False, hint=_("Dua huruf, misalnya ID. Kosong berarti Indonesia.")
        ),
        "nik": text_field("NIK", 16, required=False, hint=_("16 angka, jika diketahui.")),
        "address": text_field(_("Alamat asal"), 200, required=False),
        "education": text_field(_("Pendidikan"), 40, required=False),
        "occupation": text_field(_("Pekerjaan"), 80, required=False),
    }


def stay_fields(*, required: bool = True) -> dict[str, forms.Field]:
    """Return the fields of a Stay that an admission asks for."""
    return {
        "register_number": text_field(_("Nomor register"), 40, required=required),
        "register_class": choice_field(_("Golongan register"), RegisterClass.choices, required=False),
        "status": choice_field(_("Status"), StayStatus.choices, required=required),
        "admitted_on": day_field(_("Tanggal masuk"), required=required),
        "room": text_field(_("Kamar"), 40, required=False, hint=_("Blok dan kamar seperti di pintunya.")),
    }


def person_values(clean: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a Person."""
    values = {name: clean.get(name) for name in PERSON}
    return values | {"nationality": (clean.get("nationality") or "ID").upper()}


def stay_values(clean: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a Stay."""
    return {name: clean.get(name) for name in STAY}

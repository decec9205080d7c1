"""Form fields of the calculator: dates written by hand, lengths, lists with one empty row to fill."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

PICK = _("Pilih")
DAY_HINT = _("tanggal-bulan-tahun, misalnya 17-08-2026")


def day(label: Any, *, required: bool = False, hint: bool = False) -> forms.DateField:
    """Return a date typed as text: old browsers have no calendar, and all can type."""
    wrong = _("Tulis tanggal seperti 17-08-2026.")
    widget = forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "govuk-input--width-10"})
    help_text = DAY_HINT if hint else ""
    return forms.DateField(
        label=label, required=required, widget=widget, help_text=help_text, error_messages={"invalid": wrong}
    )


def number(label: Any, most: int = 1200) -> forms.IntegerField:
    """Return a small whole number, not negative."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"})
    wrong = {
        "invalid": _("Tulis bilangan bulat."),
        "min_value": _("Tidak boleh kurang dari 0."),
        "max_value": _("Bilangan ini terlalu besar."),
    }
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=most, widget=widget, error_messages=wrong
    )


def rupiah(label: Any) -> forms.CharField:
    """Return an amount of money; dots, spaces and `Rp` are taken out by `amount`."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-10"})
    return forms.CharField(label=label, required=False, max_length=24, widget=widget)


def amount(text: str) -> int | None:
    """Return rupiah as a whole number, None for an empty text. Raises ValidationError for anything else."""
    digits = text.lower().removeprefix("rp").replace(".", "").replace(" ", "")
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit():
        raise forms.ValidationError(_("Tulis jumlah dalam rupiah, misalnya 800.000.000."))
    return int(digits)


def choice(label: Any, choices: Any, *, empty: Any = PICK) -> forms.ChoiceField:
    """Return a list box that starts empty."""
    return forms.ChoiceField(label=label, choices=[("", empty), *choices], required=False)

"""Form fields as officers write: days, small numbers, rupiah with dots; "none" is never "unknown"."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

SOME, NONE, UNKNOWN = "some", "none", "unknown"
BLANK = ("", "–")


LONGEST = 18  # digits that a database key can have


def whole(value: Any) -> int:
    """Return a whole number that a hidden field carries; 0 for anything else, also for a number too long to be one."""
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else 0


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(attrs={"type": "date", "class": "govuk-input--width-10"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=hint, widget=widget)


class MonthField(forms.DateField):
    """A month, kept as its first day."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) == len("2026-11"):
            value = f"{value}-01"
        return super().to_python(value)


def month_field(label: Any) -> MonthField:
    """Return a field for a month."""
    widget = forms.DateInput(attrs={"type": "month", "class": "govuk-input--width-10"}, format="%Y-%m")
    return MonthField(label=label, widget=widget)


def moment_field(label: Any) -> forms.DateTimeField:
    """Return a field for a day with its time."""
    attrs = {"type": "datetime-local", "class": "govuk-input--width-20"}
    return forms.DateTimeField(label=label, widget=forms.DateTimeInput(attrs=attrs, format="%Y-%m-%dT%H:%M"))


class WholeField(forms.IntegerField):
    """A whole number; an empty box that need not be filled is 0."""

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0

    def prepare_value(self, value: Any) -> Any:
        return "" if value == 0 else value


def number_field(label: Any, *, required: bool = False, most: int = 999) -> WholeField:
    """Return a field for a whole number of 0 or more; empty when it need not be given."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"})
    return WholeField(label=label, required=required, min_value=0, max_value=most, widget=widget)


def text_field(label: Any, longest: int, *, required: bool = True, hint: Any = "") -> forms.CharField:
    """Return one line of text."""
    widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    return forms.CharField(label=label, max_length=longest, required=required, help_text=hint, widget=widget)


def choice_field(label: Any, choices: Any, *, required: bool = True, hint: Any = "") -> forms.ChoiceField:
    """Return a list box that starts empty, so that nothing is chosen by default."""
    return forms.ChoiceField(label=label, choices=[BLANK, *choices], required=required, help_text=hint)


def why_field(hint: Any = "") -> forms.CharField:
    """Return the field that every change needs: why."""
    return forms.CharField(
        label=_("Mengapa"),
        help_text=hint or _("Sebut suratnya atau sebabnya. Disimpan dalam riwayat."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RupiahField(forms.IntegerField):
    """Whole rupiah; `Rp800.000.000,00` is read as it is written on a receipt."""

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "class": "govuk-input--width-10", "autocomplete": "off"}
        super().__init__(min_value=0, max_value=10**15, widget=forms.TextInput(attrs=attrs), **options)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.strip().removeprefix("Rp").strip().removesuffix(",00").removesuffix(",-")
            value = value.replace(".", "").replace(" ", "")
        found: int | None = super().to_python(value)
        return found

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


def money_fields(name: str, label: Any) -> dict[str, forms.Field]:
    """Return the fields `name_state` (some, none, unknown) and `name_rp`."""
    states = [(SOME, _("Ada")), (NONE, _("Tidak ada")), (UNKNOWN, _("Tidak diketahui"))]
    return {
        f"{name}_state": forms.ChoiceField(label=label, choices=states, widget=forms.RadioSelect, required=False),
        f"{name}_rp": RupiahField(label=_("Jumlah (Rp)"), required=False),
    }


def money_problem(name: str, clean: dict[str, Any]) -> str:
    """Return what contradicts itself in a sum of money, empty when nothing does."""
    state, amount = clean.get(f"{name}_state"), clean.get(f"{name}_rp")
    if state == SOME and not amount:
        return str(_("Isi jumlahnya."))
    if state in (NONE, UNKNOWN) and amount:
        return str(_("Jumlah diisi, tetapi pilihannya bukan “Ada”."))
    return ""


def money_values(name: str, clean: dict[str, Any]) -> dict[str, Any]:
    """Return the row's values of a sum of money; nothing when the officer has said nothing."""
    state, amount = clean.get(f"{name}_state"), clean.get(f"{name}_rp")
    if amount or state == SOME:
        return {f"{name}_rp": amount, f"{name}_known": True}
    if state == NONE:
        return {f"{name}_rp": None, f"{name}_known": True}
    return {f"{name}_rp": None, f"{name}_known": False} if state == UNKNOWN else {}


def money_state(amount: int | None, *, known: bool) -> str:
    """Return the state of a sum of money that a row holds."""
    if amount:
        return SOME
    return NONE if known else UNKNOWN

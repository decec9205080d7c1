"""Which remission day a page is asked for: checked, or refused with a sentence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.words import RIGHT_NAMES
from teladan.people.models.person import Religion
from teladan.rights.remission_day.proposal import TOGETHER


class AskedForm(forms.Form):
    """`hak`, `tanggal`, `agama`: the day, and whose feast it is."""

    hak = forms.ChoiceField(label=_("Hak"), choices=[(right, RIGHT_NAMES[right]) for right in TOGETHER])
    tanggal = forms.DateField(label=_("Tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    agama = forms.ChoiceField(label=_("Agama"), choices=[("", _("Semua")), *Religion.choices], required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("hak") == "religious_remission" and not values.get("agama"):
            self.add_error("agama", _("Pilih agama yang merayakan hari raya ini."))
        return values


@dataclass(frozen=True)
class Asked:
    """A day that was asked for."""

    right: str
    day: date
    religion: str

    @property
    def key(self) -> tuple[str, date, str]:
        return self.right, self.day, self.religion


def asked(values: Any) -> tuple[Asked | None, AskedForm]:
    """Return the day that was asked for, or None and the form that says what is wrong."""
    form = AskedForm(values)
    if not form.is_valid():
        return None, form
    clean = form.cleaned_data
    religion = clean["agama"] if clean["hak"] == "religious_remission" else ""
    return Asked(clean["hak"], clean["tanggal"], religion), form

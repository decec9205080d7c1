"""The fields of a judgment and its punishment, shared by the register's forms and the check of a verdict file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import choice_field, day_field, money_fields, number_field, text_field
from teladan.people.models import Offence, Sentence

FINAL = [("yes", _("Sudah")), ("no", _("Belum")), ("unknown", _("Tidak diketahui"))]
SUBSTITUTES = [("none", _("Tidak ada")), ("confinement", _("Kurungan")), ("prison", _("Penjara"))]
UNITS = ("years", "months", "days")
UNIT_NAMES = {"years": _("Tahun"), "months": _("Bulan"), "days": _("Hari")}


def verdict_fields() -> dict[str, forms.Field]:
    """Return the fields of a verdict."""
    return {
        "case_number": text_field(_("Nomor perkara"), 80, hint=_("Misalnya 12/Pid.B/2024/PN Kpg.")),
        "court": text_field(_("Pengadilan"), 120, required=False),
        "verdict_date": day_field(_("Tanggal putusan"), required=False),
        "final_state": forms.ChoiceField(
            label=_("Sudah berkekuatan hukum tetap?"), choices=FINAL, widget=forms.RadioSelect
        ),
        "final_on": day_field(_("Berkekuatan hukum tetap sejak"), required=False),
        "offence": choice_field(_("Jenis perkara"), Offence.choices, required=False),
        "articles": forms.CharField(
            label=_("Pasal"),
            required=False,
            help_text=_("Satu pasal sebaris, misalnya KUHP:363(1) ke-4."),
            widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false"}),
        ),
    }


def term_fields(prefix: str = "") -> dict[str, forms.Field]:
    """Return years, months and days."""
    return {f"{prefix}{unit}": number_field(UNIT_NAMES[unit]) for unit in UNITS}


def sentence_fields(kinds: Any = None) -> dict[str, forms.Field]:
    """Return the fields of a punishment."""
    return {
        "kind": choice_field(_("Jenis pidana"), kinds or Sentence.Kind.choices),
        **term_fields(),
        **money_fields("fine", _("Denda")),
        "substitute_kind": choice_field(_("Pengganti denda"), SUBSTITUTES, required=False),
        **term_fields("substitute_"),
        **money_fields("restitution", _("Uang pengganti")),
    }


def verdict_values(clean: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a Verdict."""
    values = {name: clean.get(name) for name in ("case_number", "court", "verdict_date", "offence")}
    state = clean.get("final_state")
    return values | {
        "articles": [line.strip() for line in (clean.get("articles") or "").splitlines() if line.strip()],
        "final_on": clean.get("final_on") if state == "yes" else None,
        "is_final_known": state != "unknown",
    }


def final_problem(clean: dict[str, Any]) -> tuple[str, str] | None:
    """Return the field and what contradicts itself about the judgment being final."""
    if clean.get("final_state") == "yes" and not clean.get("final_on"):
        return "final_on", str(_("Isi sejak kapan berkekuatan hukum tetap, atau pilih “Tidak diketahui”."))
    if clean.get("final_state") in ("no", "unknown") and clean.get("final_on"):
        return "final_state", str(_("Tanggal diisi, tetapi pilihannya bukan “Sudah”."))
    return None


def final_state(final_on: Any, *, known: bool) -> str:
    """Return the state that a verdict holds."""
    if final_on:
        return "yes"
    return "no" if known else "unknown"


def term_values(clean: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return a term; an empty box is 0."""
    return {f"{prefix}{unit}": clean.get(f"{prefix}{unit}") or 0 for unit in UNITS}

"""The facts of one person as forms, in the order of a register page. Every field may stay empty: empty is not known."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.faces.calculator.fields import amount, choice, day, number, rupiah
from teladan.people.models import ConductReport, Discipline, Remission, RiskAssessment
from teladan.people.models.custody import Absence, Place
from teladan.people.models.person import Religion, Sex
from teladan.people.models.verdict import Offence, Sentence

NONE = _("Sudah diperiksa: tidak ada")
UNKNOWN = _("Tidak diketahui")
YES_NO = [("", UNKNOWN), ("none", _("Tidak ada")), ("yes", _("Ada"))]


class Row(forms.Form):
    """A row of a list. `needed` must be filled in as soon as anything is."""

    needed: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether anything is written in it; asked of a checked row."""
        return any(value not in (None, "") for value in self.cleaned_data.values())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if any(value not in (None, "") for value in values.values()):
            for name in self.needed:
                if name not in self.errors and values.get(name) in (None, ""):
                    self.add_error(name, _("Isi bagian ini, atau kosongkan seluruh baris."))
        return values


class PersonForm(forms.Form):
    as_of = day(_("Dihitung per tanggal"), required=True, hint=True)
    birth_date = day(_("Tanggal lahir"))
    religion = choice(_("Agama"), Religion.choices, empty=UNKNOWN)
    sex = choice(_("Jenis kelamin"), Sex.choices, empty=UNKNOWN)
    nationality = forms.RegexField(
        "^[A-Z]{2}$",
        label=_("Kewarganegaraan"),
        initial="ID",
        required=False,
        error_messages={"invalid": _("Tulis dua huruf besar, misalnya ID.")},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3"}),
    )


class DetentionForm(Row):
    start = day(_("Mulai ditahan"))
    end = day(_("Sampai (kosong: masih)"))
    place = choice(_("Tempat"), Place.choices, empty=Place.PRISON.label)
    needed = ("start",)


class SentenceForm(Row):
    kind = choice(_("Jenis pidana"), Sentence.Kind.choices)
    years = number(_("Tahun"), 100)
    months = number(_("Bulan"))
    days = number(_("Hari"))
    offence = choice(_("Jenis perkara"), Offence.choices, empty=UNKNOWN)
    articles = forms.CharField(
        label=_("Pasal"), required=False, max_length=200, help_text=_("misalnya KUHP:363, dipisah koma")
    )
    final = choice(_("Berkekuatan hukum tetap"), [("yes", _("Sudah")), ("no", _("Belum"))], empty=UNKNOWN)
    final_on = day(_("Tetap sejak"))
    fine = choice(_("Denda"), YES_NO[1:], empty=UNKNOWN)
    fine_rp = rupiah(_("Denda (Rp)"))
    fine_paid_rp = rupiah(_("Denda yang sudah dibayar (Rp)"))
    fine_months = number(_("Pengganti denda: bulan"))
    fine_days = number(_("Pengganti denda: hari"))
    restitution = choice(_("Uang pengganti"), YES_NO[1:], empty=UNKNOWN)
    restitution_rp = rupiah(_("Uang pengganti (Rp)"))
    restitution_paid_rp = rupiah(_("Uang pengganti yang sudah dibayar (Rp)"))
    restitution_months = number(_("Penjara pengganti: bulan"))
    restitution_days = number(_("Penjara pengganti: hari"))
    needed = ("kind",)

    def clean_fine_rp(self) -> int | None:
        return amount(self.cleaned_data["fine_rp"])

    def clean_fine_paid_rp(self) -> int | None:
        return amount(self.cleaned_data["fine_paid_rp"])

    def clean_restitution_rp(self) -> int | None:
        return amount(self.cleaned_data["restitution_rp"])

    def clean_restitution_paid_rp(self) -> int | None:
        return amount(self.cleaned_data["restitution_paid_rp"])


class AbsenceForm(Row):
    start = day(_("Sejak"))
    until = day(_("Kembali (kosong: belum)"))
    reason = choice(_("Sebab"), Absence.Reason.choices)
    needed = ("start", "reason")


class RemissionForm(Row):
    kind = choice(_("Jenis"), Remission.Kind.choices)
    granted_on = day(_("Tanggal berlaku"))
    months = number(_("Bulan"))
    days = number(_("Hari"))
    late_for = choice(_("Bila susulan: untuk"), [("general", _("Remisi umum")), ("religious", _("Remisi khusus"))])
    needed = ("kind", "granted_on")


class ReportForm(Row):
    month = day(_("Bulan rapor (tanggal 1)"))
    rating = choice(_("Penilaian"), ConductReport.Rating.choices)
    needed = ("month", "rating")


class DisciplineForm(Row):
    on = day(_("Tanggal hukuman"))
    level = choice(_("Tingkat"), Discipline.Level.choices)
    rights_lost_until = day(_("Hak ditunda sampai"))
    needed = ("on", "level")


class RiskForm(Row):
    on = day(_("Tanggal asesmen"))
    level = choice(_("Tingkat risiko"), RiskAssessment.Level.choices)
    needed = ("on", "level")


class ProgrammeForm(Row):
    start = day(_("Ikut sejak"))
    until = day(_("Sampai (kosong: masih)"))
    needed = ("start",)


class LettersForm(forms.Form):
    """Letters that open a right. Each is not known, known to be none, or there with its day."""

    illness = choice(_("Surat dokter: sakit berkepanjangan"), YES_NO[1:], empty=UNKNOWN)
    illness_on = day(_("Tanggal surat dokter"))
    pledge = choice(
        _("Ikrar (terorisme)"),
        [("none", _("Tidak ada")), ("loyalty", _("Setia kepada NKRI")), ("no_repeat", _("Tidak mengulangi"))],
        empty=UNKNOWN,
    )
    pledge_on = day(_("Tanggal ikrar"))
    cooperation = choice(_("Bekerja sama dengan penegak hukum"), YES_NO[1:], empty=UNKNOWN)
    cooperation_on = day(_("Tanggal surat kerja sama"))
    merit = choice(
        _("Jasa"),
        [
            ("none", _("Tidak ada")),
            ("state_service", _("Jasa kepada negara")),
            ("humanity", _("Jasa kemanusiaan")),
            ("blood_donor", _("Donor darah")),
            ("justice_collaborator", _("Saksi pelaku yang bekerja sama")),
            ("helper", _("Membantu pembinaan (pemuka)")),
        ],
        empty=UNKNOWN,
    )
    merit_on = day(_("Tanggal jasa"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for name in ("illness", "pledge", "cooperation", "merit"):
            there = values.get(name) not in (None, "", "none")
            if there and f"{name}_on" not in self.errors and values.get(f"{name}_on") is None:
                self.add_error(f"{name}_on", _("Isi tanggalnya."))
        return values

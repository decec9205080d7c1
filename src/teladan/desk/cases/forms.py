"""What an officer fills in to move a case on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from teladan.desk.cases.load import Shown
from teladan.desk.register.fields import day_field
from teladan.desk.words import criterion_title
from teladan.people.models import Stay
from teladan.rights.findings import criteria_of
from teladan.rights.models import Case, Decision, Revocation, Step


def text_field(label: Any, *, hint: Any = "", required: bool = False) -> forms.CharField:
    """Return a field for a sentence or two."""
    box = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=500, widget=box)


class StepForm(forms.Form):
    """The end of a step: its result and a note. `step` is the one the officer saw."""

    result = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect)
    note = text_field(_("Catatan"))
    step = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, row: Shown, data: Any = None) -> None:
        self.row = row
        first = row.results[0][0] if len(row.results) == 1 else None
        given = {"step": row.step.pk, "version": row.step.version, "result": first}
        super().__init__(data, initial=given, auto_id="step_%s")
        self.fields["result"].choices = row.results  # type: ignore[attr-defined]
        if first:  # nothing to choose
            self.fields["result"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        seen = values.get("step")
        if seen is not None and seen != self.row.step.pk:
            self.data = {"step": self.row.step.pk, "version": self.row.step.version, "note": values.get("note", "")}
            raise forms.ValidationError(_t("Langkah yang Anda lihat sudah selesai. Ini langkah berikutnya."))
        return values


class DecisionForm(forms.Form):
    """The decision: granted or refused; a refusal names the condition of the law."""

    outcome = forms.ChoiceField(label=_("Keputusan"), choices=Decision.Outcome.choices, widget=forms.RadioSelect)
    number = forms.CharField(label=_("Nomor keputusan"), max_length=80)
    on = day_field(_("Tanggal keputusan"))
    criterion = forms.ChoiceField(label=_("Jika ditolak: syarat hukum yang tidak terpenuhi"), required=False)
    reason = text_field(_("Alasan"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, case: Case, step: Step | None, day: date, data: Any = None) -> None:
        super().__init__(data, initial={"version": case.version, "on": day}, auto_id="decide_%s")
        if step is not None and step.kind != "decision":  # earlier only a refusal is possible
            self.fields["outcome"].choices = [(Decision.Outcome.REFUSED, Decision.Outcome.REFUSED.label)]  # type: ignore[attr-defined]
            self.fields["outcome"].initial = Decision.Outcome.REFUSED
        choices = [("", ""), *((code, criterion_title(code)) for code in criteria_of(case.right))]
        self.fields["criterion"].choices = choices  # type: ignore[attr-defined]


class LineForm(forms.Form):
    """One line of the checklist, ticked or not."""

    code = forms.CharField(max_length=40)
    done = forms.BooleanField(required=False)
    version = forms.IntegerField()


class PaperForm(forms.Form):
    """What answers a line of the checklist: a file of the person, a new file, or a sentence why none is needed."""

    document = forms.TypedChoiceField(
        label=_("Dokumen yang sudah ada di register"), required=False, coerce=int, empty_value=None
    )
    file = forms.FileField(
        label=_("Atau berkas baru"),
        required=False,
        help_text=_("PDF, DOCX, XLSX, JPG, PNG, atau TXT. Paling besar 20 MB."),
        allow_empty_file=True,  # the service says it better
    )
    note = forms.CharField(
        label=_("Catatan"),
        required=False,
        max_length=300,
        help_text=_("Misalnya mengapa dokumen ini tidak diperlukan."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, step: Step, line: Mapping[str, Any], stay: Stay, data: Any = None, files: Any = None) -> None:
        given = {"version": step.version, "note": line.get("note", ""), "document": line.get("document")}
        super().__init__(data, files, initial=given)
        kept = [(each.pk, f"{each.get_kind_display()}: {each.name}") for each in stay.documents.all()[:200]]
        self.fields["document"].choices = [("", _t("Tidak ada")), *kept]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not any(values.get(name) for name in ("document", "file", "note")):
            raise forms.ValidationError(_t("Pilih dokumen, lampirkan berkas, atau tulis catatan."))
        return values


class AgainForm(forms.Form):
    """Why a leave is opened once more."""

    why = text_field(_("Alasan"), hint=_("Misalnya: kunjungan keluarga berikutnya."), required=True)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="again_%s")


class RevokeForm(forms.Form):
    """The revocation of a leave."""

    ground = forms.ChoiceField(label=_("Sebab"), choices=Revocation.Ground.choices, widget=forms.RadioSelect)
    number = forms.CharField(label=_("Nomor keputusan pencabutan"), max_length=80)
    on = day_field(_("Tanggal keputusan"))
    back_on = day_field(_("Kembali di dalam sejak"), hint=_("Hari di luar tidak dihitung sebagai masa pidana."))
    reason = text_field(_("Uraian"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, case: Case, day: date, data: Any = None) -> None:
        super().__init__(data, initial={"version": case.version, "on": day, "back_on": day}, auto_id="revoke_%s")

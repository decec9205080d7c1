"""What an officer fills in to move a case on."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.cases.load import Shown
from teladan.desk.words import criterion_title
from teladan.rights.findings import criteria_of
from teladan.rights.models import Case, Decision

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class StepForm(forms.Form):
    """The end of a step: its result and a note."""

    result = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect)
    note = forms.CharField(label=_("Catatan"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, row: Shown, data: object = None) -> None:
        super().__init__(data, initial={"version": row.step.version})  # type: ignore[arg-type]
        field = self.fields["result"]
        field.choices = row.results  # type: ignore[attr-defined]
        if len(row.results) == 1:
            field.initial = row.results[0][0]


class DecisionForm(forms.Form):
    """The decision: granted or refused; a refusal names the condition of the law."""

    outcome = forms.ChoiceField(label=_("Keputusan"), choices=Decision.Outcome.choices, widget=forms.RadioSelect)
    number = forms.CharField(label=_("Nomor keputusan"), max_length=80)
    on = forms.DateField(label=_("Tanggal keputusan"), widget=DAY)
    criterion = forms.ChoiceField(label=_("Jika ditolak: syarat hukum yang tidak terpenuhi"), required=False)
    reason = forms.CharField(
        label=_("Alasan"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, case: Case, day: date, data: object = None) -> None:
        super().__init__(data, initial={"version": case.version, "on": day})  # type: ignore[arg-type]
        choices = [("", ""), *((code, criterion_title(code)) for code in criteria_of(case.right))]
        self.fields["criterion"].choices = choices  # type: ignore[attr-defined]


class DocumentForm(forms.Form):
    """One line of the checklist."""

    code = forms.CharField(max_length=40)
    done = forms.BooleanField(required=False)
    note = forms.CharField(required=False, max_length=300)
    version = forms.IntegerField()

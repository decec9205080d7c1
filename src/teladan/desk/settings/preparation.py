"""The form of the preparation times: a number of days for each right, one why for all of them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.register.fields import why_field
from teladan.desk.register.refusals import show
from teladan.desk.today import today
from teladan.desk.words import right_name
from teladan.people.errors import Refused
from teladan.rights.models import RightsSetting
from teladan.rights.models.setting import LEAST, MOST
from teladan.rights.services import set_preparation, setting_of
from teladan.rights.services.opening import Opened
from teladan.rights.services.preparation import PREPARED


class PreparationForm(forms.Form):
    def __init__(self, setting: RightsSetting, data: Any = None) -> None:
        super().__init__(data, initial={"version": setting.version})
        for right in PREPARED:
            self.fields[right] = _days_field(right, setting.days_before(right))
        self.fields["why"] = why_field()
        self.fields["version"] = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    @property
    def days(self) -> dict[str, int]:
        """What was filled in, by right."""
        return {right: self.cleaned_data[right] for right in PREPARED}


def _days_field(right: str, days: int) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"})
    wrong = gettext_lazy("Isi angka hari antara 1 dan 365.")
    texts = {"invalid": wrong, "min_value": wrong, "max_value": wrong, "required": wrong}
    return forms.IntegerField(
        label=str(right_name(right)), min_value=LEAST, max_value=MOST, initial=days, widget=widget, error_messages=texts
    )


@allowed("settings.work")
def settings_preparation(request: HttpRequest) -> HttpResponse:
    setting = setting_of(facility_here(officer_of(request)))
    form = PreparationForm(setting, request.POST or None)
    if request.method == "POST" and form.is_valid() and (opened := _set(request, form)) is not None:
        messages.success(request, _told(opened))
        return redirect("desk:settings")
    context = {"form": form, "rights": [form[right] for right in PREPARED]}
    return render(request, "desk/settings/preparation.html", context, status=422 if form.errors else 200)


def _set(request: HttpRequest, form: PreparationForm) -> Opened | None:
    officer, said = officer_of(request), form.cleaned_data
    try:
        return set_preparation(
            facility_here(officer),
            form.days,
            expected_version=said["version"],
            why=said["why"],
            actor=officer,
            today=today(),
        )
    except Refused as refused:
        show(form, refused)
        return None


def _told(opened: Opened) -> str:
    saved = _("Waktu persiapan disimpan dan langsung berlaku.")
    count = opened.opened + opened.reopened
    return f"{saved} " + _("Perkara yang terbuka karenanya: %(count)s.") % {"count": count}

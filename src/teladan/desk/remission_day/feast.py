"""Entering a feast's day as the government set it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.people.models.person import Religion
from teladan.rights.errors import RightsError
from teladan.rights.feasts import correct_feast
from teladan.rights.models import FeastCorrection


class FeastForm(forms.Form):
    religion = forms.ChoiceField(label=gettext_lazy("Agama"), choices=Religion.choices)
    day = forms.DateField(
        label=gettext_lazy("Tanggal yang ditetapkan"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    source = forms.CharField(
        label=gettext_lazy("Keputusan pemerintah"),
        help_text=gettext_lazy("Nomor keputusan atau sidang isbat yang menetapkannya."),
        max_length=200,
    )


@allowed("occasions.work")
def feast_correction(request: HttpRequest) -> HttpResponse:
    form = FeastForm(request.POST or None, initial={"religion": request.GET.get("agama", "")})
    if request.method == "POST" and form.is_valid() and _correct(request, form):
        messages.success(request, _("Hari raya dicatat. Semua hitungan memakai tanggal ini."))
        return redirect("desk:feast_correction")
    context = {"form": form, "rows": FeastCorrection.objects.select_related("made_by")[:50]}
    return render(request, "desk/remission_day/feast.html", context, status=422 if form.errors else 200)


def _correct(request: HttpRequest, form: FeastForm) -> bool:
    officer: Any = request.user
    try:
        correct_feast(officer.facility, **form.cleaned_data, replaces=None, actor=officer, now=timezone.now())
    except RightsError as refused:
        form.add_error(refused.problems[0].field or None, str(refused))
        return False
    return True

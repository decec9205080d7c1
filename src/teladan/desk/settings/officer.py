"""One officer: name and role, what can be done to the sign-in, what was done."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed, find
from teladan.desk.officer import officer_of
from teladan.desk.register.fields import text_field, why_field
from teladan.desk.register.refusals import show
from teladan.desk.settings.acts import acts_for
from teladan.desk.settings.officers import ROLES, changes_at, staff_of
from teladan.people.errors import Refused
from teladan.people.models import Officer, Role
from teladan.people.services.officers import change_officer

SHOWN = 50


class OfficerForm(forms.Form):
    full_name = text_field(gettext_lazy("Nama lengkap"), 120)
    role = forms.ChoiceField(label=gettext_lazy("Peran"), choices=Role.choices)
    why = why_field()
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


@allowed("officers.work")
def officer(request: HttpRequest, pk: int) -> HttpResponse:
    row = find(request, Officer.objects.all(), pk=pk)
    now = {"full_name": row.full_name, "role": row.role, "version": row.version}
    form = OfficerForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid() and _change(request, row, form):
        messages.success(request, _("Perubahan disimpan."))
        return redirect("desk:officers")
    return render(request, "desk/settings/officer.html", _context(row, form), status=422 if form.errors else 200)


def _change(request: HttpRequest, row: Officer, form: OfficerForm) -> bool:
    said = dict(form.cleaned_data)
    try:
        change_officer(row, expected_version=said.pop("version"), **said, actor=officer_of(request))
    except Refused as refused:
        show(form, refused)
        return False
    return True


def _context(row: Officer, form: OfficerForm) -> dict[str, Any]:
    house = row.facility
    assert house is not None  # noqa: S101 - `find` has looked
    shown = next(each for each in staff_of(house) if each.pk == row.pk)
    return {
        "officer": shown,
        "form": form,
        "acts": acts_for(shown),
        "changes": changes_at(house, row)[:SHOWN],
        "roles": ROLES,
    }

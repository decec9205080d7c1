"""Adding an officer; the one-time password is shown once, on the page that answers."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.once import key_field, made_before, once
from teladan.desk.register.fields import choice_field, text_field, why_field
from teladan.desk.register.refusals import show
from teladan.people.errors import Refused
from teladan.people.models import Role
from teladan.people.services.officers import add_officer


class AddForm(forms.Form):
    full_name = text_field(_("Nama lengkap"), 120)
    username = text_field(
        _("Nama pengguna"), 150, hint=_("Dipakai untuk masuk: huruf, angka, titik, garis. Tidak dapat diubah nanti.")
    )
    role = choice_field(_("Peran"), Role.choices)
    why = why_field()
    key = key_field()


@allowed("officers.work")
def officer_add(request: HttpRequest) -> HttpResponse:
    if made := made_before(request.POST.get("key", ""), request.user):
        return redirect("desk:officer", pk=int(made))
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (answer := _add(request, form)):
        return answer
    return render(request, "desk/settings/officer_add.html", {"form": form}, status=422 if form.errors else 200)


def _add(request: HttpRequest, form: AddForm) -> HttpResponse | None:
    head, said = officer_of(request), dict(form.cleaned_data)
    try:
        with once(said.pop("key"), head) as turn:
            if not turn.first:
                return redirect("desk:officer", pk=int(turn.made))
            made, password = add_officer(facility_here(head), **said, actor=head)
            turn.made = str(made.pk)
    except Refused as refused:
        show(form, refused)
        return None
    return told(request, made, password)


def told(request: HttpRequest, officer: Any, password: str) -> HttpResponse:
    """Show a one-time password. Never kept, never in a message or an address; the page is not stored."""
    return render(request, "desk/settings/password.html", {"officer": officer, "password": password})

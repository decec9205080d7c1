"""What can be done to a sign-in: each act is a page that says what will happen and asks why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import View, allowed, find
from teladan.desk.officer import officer_of
from teladan.desk.register.fields import why_field
from teladan.desk.register.refusals import show
from teladan.desk.settings.adding import told
from teladan.people.errors import Refused
from teladan.people.models import Officer
from teladan.people.services import officers as services


@dataclass(frozen=True)
class SignInAct:
    """One act: its address, its words, whether it concerns this officer now, and the service that does it."""

    name: str
    path: str
    title: Promise
    says: Promise
    done: Promise
    do: Callable[..., Any]
    concerns: Callable[[Any], bool]
    warns: bool = False


ACTS = (
    SignInAct(
        "officer_password",
        "kata-sandi",
        _("Buat kata sandi baru"),
        _("Kata sandi lama tidak berlaku lagi dan petugas keluar dari semua komputer. Kata sandi baru tampil sekali."),
        _("Kata sandi baru dibuat."),
        services.new_password,
        lambda officer: officer.is_active,
    ),
    SignInAct(
        "officer_second_factor",
        "langkah-kedua",
        _("Reset langkah kedua"),
        _("Untuk petugas yang kehilangan ponselnya. Pastikan dahulu bahwa yang meminta memang orangnya."),
        _("Langkah kedua direset. Petugas masuk dengan kata sandi saja sampai memasangnya lagi."),
        services.reset_second_factor,
        lambda officer: getattr(officer, "has_factor", True),
    ),
    SignInAct(
        "officer_close",
        "nonaktifkan",
        _("Nonaktifkan"),
        _("Petugas tidak dapat masuk lagi. Yang pernah dikerjakannya tetap tercatat atas namanya."),
        _("Petugas dinonaktifkan."),
        services.close_officer,
        lambda officer: officer.is_active,
        warns=True,
    ),
    SignInAct(
        "officer_open",
        "aktifkan",
        _("Aktifkan lagi"),
        _("Petugas dapat masuk lagi dengan kata sandinya yang lama."),
        _("Petugas diaktifkan lagi."),
        services.open_officer,
        lambda officer: not officer.is_active,
    ),
)


class WhyForm(forms.Form):
    why = why_field()
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


def acts_for(officer: Officer) -> list[SignInAct]:
    """Return the acts that concern this officer as it is now."""
    return [act for act in ACTS if act.concerns(officer)]


def act_view(act: SignInAct) -> View:
    """Return the page of one act."""

    @allowed("officers.work")
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        row = find(request, Officer.objects.all(), pk=pk)
        form = WhyForm(request.POST or None, initial={"version": row.version})
        if request.method == "POST" and form.is_valid() and (answer := _do(request, act, row, form)):
            return answer
        context = {"form": form, "officer": row, "act": act}
        return render(request, "desk/settings/act.html", context, status=422 if form.errors else 200)

    return view


def _do(request: HttpRequest, act: SignInAct, row: Officer, form: WhyForm) -> HttpResponse | None:
    said = form.cleaned_data
    try:
        made = act.do(row, expected_version=said["version"], actor=officer_of(request), why=said["why"])
    except Refused as refused:
        show(form, refused)
        return None
    if isinstance(made, tuple):
        return told(request, *made)
    messages.success(request, str(act.done))
    return redirect("desk:officer", pk=row.pk)

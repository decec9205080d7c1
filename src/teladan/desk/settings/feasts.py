"""The day of a feast as the government set it: chosen from the table, added beside it, taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import facility_here, officer_of
from teladan.desk.register.fields import choice_field, day_field, text_field
from teladan.desk.register.refusals import show
from teladan.people.models.person import Religion
from teladan.rights.errors import RightsError
from teladan.rights.feasts import in_table
from teladan.rights.jobs.asking import following
from teladan.rights.models import FeastCorrection
from teladan.rights.services.feasts import add_feast, move_feast, take_back

SOURCE = gettext_lazy("Keputusan pemerintah")
WHERE = gettext_lazy("Nomor keputusan atau sidang isbat yang menetapkannya. Tampil bagi semua pembaca.")


class MoveForm(forms.Form):
    day = day_field(gettext_lazy("Tanggal yang ditetapkan"))
    source = text_field(SOURCE, 200, hint=WHERE)


class AddForm(forms.Form):
    religion = choice_field(gettext_lazy("Agama"), Religion.choices)
    day = day_field(gettext_lazy("Tanggal yang ditetapkan"))
    source = text_field(SOURCE, 200, hint=WHERE)


class TakeBackForm(forms.Form):
    source = text_field(gettext_lazy("Mengapa ditarik"), 200, hint=gettext_lazy("Tampil bagi semua pembaca."))


@allowed("feasts.work")
def feast_move(request: HttpRequest, religion: str, day: str) -> HttpResponse:
    """Say on which day a feast of the table is; the table's day is chosen, so that of two in a year one is meant."""
    table = _day(day)
    if not in_table(religion, table):
        raise Http404
    form = MoveForm(request.POST or None, initial={"day": table})
    said = {"religion": dict(Religion.choices)[religion], "table": table}

    def act(**more: Any) -> FeastCorrection:
        return move_feast(religion, table, form.cleaned_data["day"], source=form.cleaned_data["source"], **more)

    return _answer(request, form, act, "desk/settings/feast_move.html", said)


@allowed("feasts.work")
def feast_add(request: HttpRequest) -> HttpResponse:
    form = AddForm(request.POST or None)
    return _answer(request, form, lambda **more: add_feast(**form.cleaned_data, **more), "desk/settings/feast_add.html")


@allowed("feasts.work")
def feast_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(FeastCorrection, pk=pk, withdraws=None, withdrawn=None)
    form = TakeBackForm(request.POST or None)

    def act(**more: Any) -> FeastCorrection:
        return take_back(row, why=form.cleaned_data["source"], **more)

    return _answer(request, form, act, "desk/settings/feast_take_back.html", {"row": row})


def _answer(
    request: HttpRequest, form: forms.Form, act: Callable[..., Any], template: str, more: dict[str, Any] | None = None
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            made = act(actor=officer_of(request), now=timezone.now())
        except RightsError as refused:
            show(form, refused)
        else:
            messages.success(request, _("Tanggal hari raya dicatat."))
            job = following(facility_here(officer_of(request)), made)
            if job and not job.finished:
                return redirect("desk:remission_job", uid=job.uid)
            return redirect(f"{reverse('desk:feasts')}?tahun={made.day.year}")
    return render(request, template, {"form": form} | (more or {}), status=422 if form.errors else 200)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None

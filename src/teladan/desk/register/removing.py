"""The page that takes a wrongly entered row out of the register, for every kind."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from teladan.desk.access import View, allowed
from teladan.desk.officer import officer_of
from teladan.desk.register.fields import why_field
from teladan.desk.register.frame import frame_of
from teladan.desk.register.kind import Kind
from teladan.desk.register.load import back_to, row_to_write, stay_to_write
from teladan.desk.register.refusals import show
from teladan.desk.register.shown import in_words
from teladan.people import services
from teladan.people.errors import Refused


class RemoveForm(forms.Form):
    why = why_field()
    version = forms.IntegerField(widget=forms.HiddenInput)


def remove_view(kind: Kind) -> View:
    """Return the page that takes a wrongly entered row out of the register."""

    @allowed(kind.permission)
    def remove(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
        stay = stay_to_write(request, uid, kind.permission)
        if request.method == "POST" and removed_by(kind, pk, officer_of(request)):  # pressed twice
            return redirect(back_to(kind, stay))
        row = row_to_write(request, kind, uid, pk)
        form = RemoveForm(request.POST or None, initial={"version": row.version})
        if request.method == "POST" and form.is_valid() and _remove(request, row, form):
            messages.success(request, _("Dihapus dari register. Riwayatnya tetap tersimpan."))
            return redirect(back_to(kind, stay))
        context = frame_of(stay, kind) | {"form": form, "facts": facts_of(kind, request.user, row), "row": row}
        return render(request, "desk/register/remove.html", context, status=422 if form.errors else 200)

    return remove


def removed_by(kind: Kind, pk: int, officer: Any) -> bool:
    """Return whether this officer has removed the row already."""
    return kind.model.history.filter(id=pk, history_type="-", history_user=officer).exists()


def facts_of(kind: Kind, officer: Any, row: Any) -> list[tuple[Any, str]]:
    """Return a row's labels and values in words."""
    fields = kind.fields(officer, row)
    values = kind.initial(row, list(fields))
    return [(field.label, in_words(field, values[name])) for name, field in fields.items()]


def _remove(request: HttpRequest, row: Any, form: RemoveForm) -> bool:
    clean, officer = form.cleaned_data, request.user
    try:
        services.remove(row, expected_version=clean["version"], actor=officer, why=clean["why"])  # type: ignore[arg-type]
    except Refused as refused:
        show(form, refused)
        form.data = {**request.POST.dict(), "version": str(row.version)}
        return False
    return True

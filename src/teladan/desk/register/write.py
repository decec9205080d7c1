"""The three pages of every kind of row: add, change, remove. One pattern; the services write."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from teladan.desk.access import View, allowed
from teladan.desk.once import once
from teladan.desk.register import stale
from teladan.desk.register.fields import why_field
from teladan.desk.register.form import RowForm
from teladan.desk.register.kind import Kind
from teladan.desk.register.load import back_to, row_to_write, stay_to_write
from teladan.desk.register.refusals import show
from teladan.desk.register.shown import in_words
from teladan.people import services
from teladan.people.errors import Refused, Stale
from teladan.people.models import Stay
from teladan.people.queries import changes_since


def add_view(kind: Kind) -> View:
    """Return the page that adds a row of this kind; a sentence is added to its `verdict`."""

    @allowed(kind.permission)
    def add(request: HttpRequest, uid: UUID, verdict: int = 0) -> HttpResponse:
        stay = stay_to_write(request, uid, kind.permission)
        more = {"verdict": get_object_or_404(stay.verdicts, pk=verdict)} if verdict else {}
        form = RowForm(kind, request.user, data=request.POST or None)
        if request.method == "POST" and form.is_valid() and _add(request, stay, form, more):
            messages.success(request, _("Dicatat. Tanggal dan haknya sudah dihitung ulang."))
            return redirect(back_to(kind, stay))
        return _page(request, stay, form)

    return add


def change_view(kind: Kind) -> View:
    """Return the page that changes a row; when somebody else was first, the page that compares both."""

    @allowed(kind.permission)
    def change(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
        stay = stay_to_write(request, uid, kind.permission)
        row = row_to_write(request, kind, uid, pk)
        form = RowForm(kind, request.user, row, request.POST or None)
        if request.method != "POST":
            return _page(request, stay, form)
        if request.POST.getlist(stale.COMPARING):
            if stale.undecided(request.POST):
                return _compare(request, stay, form, asked_again=True)
            form = RowForm(kind, request.user, row, stale.compared(form, request.POST))
        return _change(request, stay, form)

    return change


def remove_view(kind: Kind) -> View:
    """Return the page that takes a wrongly entered row out of the register."""

    @allowed(kind.permission)
    def remove(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
        stay = stay_to_write(request, uid, kind.permission)
        row = row_to_write(request, kind, uid, pk)
        form = RemoveForm(request.POST or None, initial={"version": row.version})
        if request.method == "POST" and form.is_valid() and _remove(request, row, form):
            messages.success(request, _("Dihapus dari register. Riwayatnya tetap tersimpan."))
            return redirect(back_to(kind, stay))
        context = _context(stay, kind) | {"form": form, "facts": facts_of(kind, request.user, row), "row": row}
        return render(request, "desk/register/remove.html", context, status=422 if form.errors else 200)

    return remove


class RemoveForm(forms.Form):
    why = why_field()
    version = forms.IntegerField(widget=forms.HiddenInput)


def facts_of(kind: Kind, officer: Any, row: Any) -> list[tuple[Any, str]]:
    """Return a row's labels and values in words."""
    fields = kind.fields(officer, row)
    values = kind.initial(row, list(fields))
    return [(field.label, in_words(field, values[name])) for name, field in fields.items()]


def _add(request: HttpRequest, stay: Stay, form: RowForm, more: dict[str, Any]) -> bool:
    officer: Any = request.user
    values, why = form.values | more, form.cleaned_data["why"]
    try:
        with once(form.cleaned_data["key"], officer) as turn:
            if turn.first:
                services.add(form.kind.model, stay, values, actor=officer, why=why)
    except Refused as refused:
        show(form, refused, form.kind.names)
        return False
    return True


def _change(request: HttpRequest, stay: Stay, form: RowForm) -> HttpResponse:
    if form.is_valid():
        clean, officer = form.cleaned_data, request.user
        try:
            services.change(
                form.row,
                form.values,
                expected_version=clean["version"],
                actor=officer,  # type: ignore[arg-type]
                why=clean["why"],
            )
        except Stale:
            return _compare(request, stay, form)
        except Refused as refused:
            show(form, refused, form.kind.names)
        else:
            messages.success(request, _("Perubahan disimpan. Tanggal dan haknya sudah dihitung ulang."))
            return redirect(back_to(form.kind, stay))
    return _page(request, stay, form)


def _compare(request: HttpRequest, stay: Stay, form: RowForm, *, asked_again: bool = False) -> HttpResponse:
    form.is_valid()
    seen = int(request.POST.get("seen") or 0) if asked_again else form.cleaned_data["version"]
    current = row_to_write(request, form.kind, stay.person.uid, form.row.pk)
    found = stale.differences(form, current, seen)
    context = _context(stay, form.kind) | {
        "differences": found,
        "hidden": list(stale.sent_again(form, found)),
        "current": current,
        "seen": seen,
        "last": next(iter(changes_since(current, seen)), None),
        "asked_again": asked_again,
    }
    return render(request, "desk/register/stale.html", context, status=409)


def _remove(request: HttpRequest, row: Any, form: RemoveForm) -> bool:
    clean, officer = form.cleaned_data, request.user
    try:
        services.remove(row, expected_version=clean["version"], actor=officer, why=clean["why"])  # type: ignore[arg-type]
    except Refused as refused:
        show(form, refused)
        form.data = {**request.POST.dict(), "version": str(row.version)}
        return False
    return True


def _page(request: HttpRequest, stay: Stay, form: RowForm) -> HttpResponse:
    context = _context(stay, form.kind) | {"form": form, "row": form.row}
    return render(request, "desk/register/row.html", context, status=422 if form.errors else 200)


def _context(stay: Stay, kind: Kind) -> dict[str, Any]:
    return {"stay": stay, "person": stay.person, "kind": kind, "back": back_to(kind, stay)}

"""The page that changes a row, for every kind; and the one that compares when somebody else was first."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from teladan.desk.access import View, allowed
from teladan.desk.register import stale
from teladan.desk.register.fields import whole
from teladan.desk.register.form import RowForm
from teladan.desk.register.frame import frame_of, row_page
from teladan.desk.register.kind import Kind
from teladan.desk.register.load import back_to, row_to_write, stay_to_write
from teladan.desk.register.refusals import show
from teladan.people import services
from teladan.people.errors import Refused, Stale
from teladan.people.models import Stay
from teladan.people.queries import changes_since


def change_view(kind: Kind) -> View:
    """Return the page that changes a row; when somebody else was first, the page that compares both."""

    @allowed(kind.permission)
    def change(request: HttpRequest, uid: UUID, pk: int) -> HttpResponse:
        stay = stay_to_write(request, uid, kind.permission)
        row = row_to_write(request, kind, uid, pk)
        form = RowForm(kind, request.user, row, request.POST or None)
        if request.method != "POST":
            return row_page(request, stay, form)
        if request.POST.getlist(stale.COMPARING):
            if stale.undecided(request.POST):
                return _compare(request, stay, form, asked_again=True)
            form = RowForm(kind, request.user, row, stale.compared(form, request.POST))
        return _change(request, stay, form)

    return change


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
    return row_page(request, stay, form)


def _compare(request: HttpRequest, stay: Stay, form: RowForm, *, asked_again: bool = False) -> HttpResponse:
    form.is_valid()
    seen = whole(request.POST.get("seen")) if asked_again else form.cleaned_data["version"]
    current = row_to_write(request, form.kind, stay.person.uid, form.row.pk)
    found = stale.differences(form, current, seen)
    context = frame_of(stay, form.kind) | {
        "differences": found,
        "hidden": list(stale.sent_again(form, found)),
        "current": current,
        "seen": seen,
        "last": next(iter(changes_since(current, seen)), None),
        "asked_again": asked_again,
    }
    return render(request, "desk/register/stale.html", context, status=409)

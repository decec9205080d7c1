"""The page that adds a row, for every kind. One pattern; the services write."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from teladan.desk.access import View, allowed
from teladan.desk.officer import officer_of
from teladan.desk.once import once
from teladan.desk.register.form import RowForm
from teladan.desk.register.frame import row_page
from teladan.desk.register.kind import Kind
from teladan.desk.register.load import back_to, stay_to_write
from teladan.desk.register.refusals import show
from teladan.people import services
from teladan.people.errors import Refused
from teladan.people.models import Stay


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
        return row_page(request, stay, form)

    return add


def _add(request: HttpRequest, stay: Stay, form: RowForm, more: dict[str, Any]) -> bool:
    officer = officer_of(request)
    values, why = form.values | more, form.cleaned_data["why"]
    try:
        with once(form.cleaned_data["key"], officer) as turn:
            if turn.first:
                services.add(form.kind.model, stay, values, actor=officer, why=why)
    except Refused as refused:
        show(form, refused, form.kind.names)
        return False
    return True

"""What the pages of every kind of row share: whose record, which kind, where the way back leads."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from teladan.desk.register.form import RowForm
from teladan.desk.register.kind import Kind
from teladan.desk.register.load import back_to
from teladan.people.models import Stay


def row_page(request: HttpRequest, stay: Stay, form: RowForm) -> HttpResponse:
    """Return the form of one row, with what is wrong when it was sent."""
    context = frame_of(stay, form.kind) | {"form": form, "row": form.row}
    return render(request, "desk/register/row.html", context, status=422 if form.errors else 200)


def frame_of(stay: Stay, kind: Kind) -> dict[str, Any]:
    """Return what every page about a row shows around its own content."""
    return {"stay": stay, "person": stay.person, "kind": kind, "back": back_to(kind, stay)}

"""Whose record is written, and which row of it; refused when it is not this officer's to write."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from teladan.desk.access import find, require
from teladan.desk.person import load
from teladan.desk.register.kind import Kind
from teladan.people.models import Sentence, Stay


def stay_to_write(request: HttpRequest, uid: UUID, permission: str) -> Stay:
    """Return the present stay; a case officer writes about own wards only."""
    stay = load.stay_of(request, uid)
    require(request.user, permission, stay)
    return stay


def row_to_write(request: HttpRequest, kind: Kind, uid: UUID, pk: int) -> Any:
    """Return the row of this person; 404 when it is another's."""
    owner = ("verdict__stay__person",) if kind.model is Sentence else ()
    return find(request, kind.model._default_manager.select_related(*owner), **{kind.path: uid, "pk": pk})  # noqa: SLF001


def back_to(kind: Kind, stay: Stay) -> str:
    """Return the address where rows of this kind are shown."""
    return reverse(f"desk:{kind.tab}", args=[stay.person.uid])

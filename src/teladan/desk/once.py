"""A form that makes something new carries a key: sent twice, even at the same moment, it makes one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from teladan.desk.models import Press

KEPT = timedelta(days=7)


@dataclass
class Turn:
    """Whether this is the first press, and the name of what the first one made (set by the first, read by others)."""

    first: bool
    made: str = ""


def key_field() -> forms.UUIDField:
    """Return the hidden field that carries the key."""
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


@contextmanager
def once(key: UUID, officer: Any) -> Iterator[Turn]:
    """Give the first who comes with this key a first turn; an exception inside frees the key again.

    The second of two at the same moment waits for the first: the key is a row, written in the act's own transaction.
    """
    with transaction.atomic():
        Press.objects.filter(at__lt=timezone.now() - KEPT).delete()
        row, first = Press.objects.get_or_create(key=key, defaults={"officer": officer})
        if row.officer_id != officer.pk:  # keys are made by chance: another officer has no business with this one
            raise PermissionDenied
        turn = Turn(first, row.made)
        yield turn
        if first and turn.made:
            Press.objects.filter(key=key).update(made=turn.made)


def made_before(key: str, officer: Any) -> str:
    """Return what a page with this key has made already, empty when nothing: asked before its fields are judged."""
    try:
        uid = UUID(key)
    except ValueError:
        return ""
    found = Press.objects.filter(key=uid, officer=officer).values_list("made", flat=True).first()
    return found or ""

"""A form that makes something new carries a key: sent twice, even at the same moment, it makes one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db import transaction
from django.utils import timezone

from teladan.desk.models import Press

KEPT = timedelta(days=7)


def key_field() -> forms.UUIDField:
    """Return the hidden field that carries the key."""
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


@contextmanager
def once(key: UUID, officer: Any) -> Iterator[bool]:
    """Give True to the first who comes with this key, False to others; an exception inside frees the key again.

    The second of two at the same moment waits for the first: the key is a row, written in the act's own transaction.
    """
    with transaction.atomic():
        Press.objects.filter(at__lt=timezone.now() - KEPT).delete()
        _row, made = Press.objects.get_or_create(key=key, defaults={"officer": officer})
        yield made

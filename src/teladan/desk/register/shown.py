"""A value of a form in words, for pages that show and do not ask."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import formats, timezone

from teladan.desk.register.fields import MonthField

if TYPE_CHECKING:
    from collections.abc import Iterable


def in_words(field: forms.Field, value: Any) -> str:
    """Return what a reader sees of a value: the choice's label, the day in words, a dash for nothing."""
    if value is None or value == "":
        return "–"
    if isinstance(field, forms.ModelChoiceField):
        return str(value if hasattr(value, "pk") else _row_of(field, value) or "–")
    if isinstance(field, forms.ChoiceField):
        return str(dict(cast("Iterable[tuple[Any, Any]]", field.choices)).get(str(value), value))
    return _plain(field, value)


def _row_of(field: forms.ModelChoiceField, key: Any) -> Any:
    return field.queryset.filter(pk=key).first() if field.queryset is not None else None


def _plain(field: forms.Field, value: Any) -> str:
    if isinstance(field, MonthField):
        return formats.date_format(value, "F Y")
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return formats.date_format(value)
    return str(field.prepare_value(value)) or "0"

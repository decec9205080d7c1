"""A value of a form in words, for pages that show and do not ask."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import formats, timezone

from teladan.desk.register.fields import MonthField


def in_words(field: forms.Field, value: Any) -> str:
    """Return what a reader sees of a value: the choice's label, the day in words, a dash for nothing."""
    if value is None or value == "":
        return "–"
    if isinstance(field, forms.ModelChoiceField):
        return str(value if hasattr(value, "pk") else field.queryset.filter(pk=value).first() or "–")
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(str(value), value))
    return _plain(field, value)


def _plain(field: forms.Field, value: Any) -> str:
    if isinstance(field, MonthField):
        return formats.date_format(value, "F Y")
    if isinstance(value, datetime):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return formats.date_format(value)
    return str(field.prepare_value(value)) or "0"

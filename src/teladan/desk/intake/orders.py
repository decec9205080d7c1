"""Detention orders in the form: a row each, with rows to add and rows to leave out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import choice_field, day_field
from teladan.people.models.custody import Authority, Place

MOST = 40
PARTS = ("authority", "start", "end", "place", "drop")


def order_fields(count: int) -> dict[str, forms.Field]:
    """Return the fields of `count` rows: `order-0-start` and so on."""
    return {f"order-{number}-{part}": made for number in range(count) for part, made in _row().items()}


def _row() -> dict[str, forms.Field]:
    return {
        "authority": choice_field(_("Pejabat yang menahan"), Authority.choices, required=False),
        "start": day_field(_("Mulai"), required=False),
        "end": day_field(_("Sampai"), required=False),
        "place": choice_field(_("Tempat"), Place.choices, required=False),
        "drop": forms.BooleanField(label=_("Buang baris ini"), required=False),
    }


def initial_orders(sure: list[dict[str, Any]], unsure: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the rows that were read; one that contradicts itself is an empty row, to be filled or left out."""
    rows = [*sure, *({"authority": row.get("authority") or ""} for row in unsure)]
    return {f"order-{number}-{part}": value for number, row in enumerate(rows) for part, value in row.items()}


def order_values(clean: dict[str, Any], count: int, known: int) -> list[dict[str, Any]]:
    """Return the orders: those filled in, and those that were read (`known`) and are now empty, but not left out."""
    rows = [(number, {part: clean.get(f"order-{number}-{part}") for part in PARTS}) for number in range(count)]
    kept = [(number, row) for number, row in rows if not row.pop("drop")]
    return [row for number, row in kept if number < known or row["start"] or row["end"]]

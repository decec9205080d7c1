"""Filters above a list: a plain GET form, so that a filtered list has an address and works without scripts.

Names are never searched through the address: see `search.py`.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from teladan.desk.roles import may


class ListFilter(forms.Form):
    """Base of all filters. `needs` names the permission of fields that not every role may filter by."""

    needs: dict[str, str] = {}
    searching = False  # set by the list: words were searched for, beside the filter

    def __init__(self, data: Any, officer: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.officer = officer
        for name, permission in self.needs.items():
            if not may(officer, permission):
                del self.fields[name]

    def apply(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that pass. A value that is not on offer is shown as an error and filters nothing."""
        self.is_valid()
        for name, value in self.cleaned_data.items():
            if value not in (None, "") and (narrow := getattr(self, f"narrow_{name}", None)):
                rows = narrow(rows, value)
        return rows

    @property
    def active(self) -> bool:
        self.is_valid()
        return any(value not in (None, "") for value in self.cleaned_data.values())


def choice(label: Any, choices: Iterable[tuple[Any, Any]]) -> forms.ChoiceField:
    """Return a list box that starts at `semua`."""
    return forms.ChoiceField(label=label, choices=[("", _("Semua")), *choices], required=False)

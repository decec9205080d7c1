"""The form of one row: its fields, why, and what keeps it safe (the version seen, or the key of a new row)."""

from typing import Any

from django import forms

from teladan.desk.once import key_field
from teladan.desk.register.fields import why_field
from teladan.desk.register.kind import Kind

OWN = ("why", "version", "key")


class RowForm(forms.Form):
    """With `row` it changes that row, else it makes one."""

    def __init__(self, kind: Kind, officer: Any, row: Any = None, data: Any = None) -> None:
        self.kind, self.row = kind, row
        fields = kind.fields(officer, row)
        super().__init__(data, initial=kind.initial(row, list(fields)) if row else None)
        version = forms.IntegerField(widget=forms.HiddenInput, initial=row.version if row else None)
        guard = {"version": version} if row else {"key": key_field()}
        self.fields.update({**fields, "why": why_field(), **guard})

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        for field, text in self.kind.problems(clean):
            self.add_error(field, text)
        return clean

    @property
    def values(self) -> dict[str, Any]:
        """The row's values as the services take them."""
        return self.kind.values({name: value for name, value in self.cleaned_data.items() if name not in OWN})

    def lines(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Return the fields as the page lays them out: a label with several in one line, or one alone."""
        together = {names[0]: (label, names) for label, names in self.kind.groups}
        inside = {name for _label, names in self.kind.groups for name in names[1:]}
        alone = [name for name in self.fields if name not in inside and not self[name].is_hidden]
        lines = [together.get(name, ("", (name,))) for name in alone]
        return [(label, [self[name] for name in names if name in self.fields]) for label, names in lines]

    def asked(self) -> list[forms.BoundField]:
        """Return the fields of the row itself, without why."""
        return [self[name] for name in self.fields if name not in OWN]

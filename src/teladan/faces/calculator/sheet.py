"""All forms of the calculator together: filled from a request, checked, turned into facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.faces.calculator import forms as parts

MOST = 12  # rows of one list


@dataclass(frozen=True)
class Section:
    """A list of facts with its form and how many rows it starts with."""

    name: str
    title: Promise
    form: type[parts.Row]
    rows: int = 1


SECTIONS = (
    Section("detention", _("Penahanan"), parts.DetentionForm),
    Section("sentences", _("Pidana"), parts.SentenceForm),
    Section("remissions", _("Remisi yang sudah diterima"), parts.RemissionForm),
    Section("absences", _("Hari yang tidak dihitung"), parts.AbsenceForm),
    Section("conduct", _("Rapor pembinaan"), parts.ReportForm),
    Section("discipline", _("Register F"), parts.DisciplineForm),
    Section("risk", _("Asesmen risiko"), parts.RiskForm),
    Section("programme", _("Program pembinaan"), parts.ProgrammeForm),
)


class Checked(forms.Form):
    """Whether a list was looked through and is empty: only then does the law count it as none."""

    none = forms.BooleanField(label=parts.NONE, required=False)


@dataclass
class Filled:
    """One list as filled in."""

    section: Section
    rows: list[parts.Row]
    checked: Checked

    @property
    def may_grow(self) -> bool:
        return len(self.rows) < MOST

    def values(self) -> list[dict[str, Any]]:
        """Return the rows in which something is written."""
        return [row.cleaned_data for row in self.rows if row.filled]


class Sheet:
    """The whole page. Unbound with `day` as the day to assess, or bound to what was posted."""

    def __init__(self, day: date, data: Mapping[str, Any] | None = None) -> None:
        self.bound = data is not None
        grow = (data or {}).get("tambah", "")
        self.person = parts.PersonForm(data, prefix="orang", initial={"as_of": day})
        self.letters = parts.LettersForm(data, prefix="surat")
        self.lists = [_filled(section, data, grow=section.name == grow) for section in SECTIONS]

    def is_valid(self) -> bool:
        """Check every form, so that all mistakes are shown at once."""
        return all([form.is_valid() for form in self.forms])  # noqa: C419 - a generator would stop at the first

    @property
    def forms(self) -> list[forms.Form]:
        rows = [form for each in self.lists for form in (*each.rows, each.checked)]
        return [self.person, *rows, self.letters]

    def rows(self, name: str) -> list[parts.Row]:
        """Return the rows of one list."""
        return next(each.rows for each in self.lists if each.section.name == name)

    @property
    def errors(self) -> list[tuple[str, str, str]]:
        """Every mistake: address of the field, its label, what to do."""
        return [
            (form[name].id_for_label, str(form[name].label), str(text))
            for form in self.forms
            for name, texts in form.errors.items()
            if name != "__all__"
            for text in texts
        ]


def _filled(section: Section, data: Mapping[str, Any] | None, *, grow: bool) -> Filled:
    count = section.rows if data is None else _count(data, section.name) + int(grow)
    rows = [section.form(data, prefix=f"{section.name}-{number}") for number in range(min(count, MOST))]
    return Filled(section, rows, Checked(data, prefix=section.name))


def _count(data: Mapping[str, Any], name: str) -> int:
    text = str(data.get(f"{name}-baris", "1"))
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 4 else 1

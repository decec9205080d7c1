"""Every version of every rule in one list, narrowed by kind, regulation, mark, right, certainty, cases and words."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.faces.manual.links import Links
from teladan.faces.manual.names import KINDS, SURE
from teladan.faces.manual.version import Rows, ShownVersion, blanks, show, sureness
from teladan.faces.words import CONFIDENCE, Text, right_name, said
from teladan.law.manual import Rule, RuleVersion, books, rules
from teladan.law.manual.pins import cases_of
from teladan.law.rights import NAMES

ANY = ("", _("Semua"))
WITHOUT = "-"


class SearchForm(forms.Form):
    """A plain GET form: a narrowed list has an address and works without scripts."""

    kata = forms.CharField(label=_("Kata"), max_length=80, required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), choices=[ANY, *KINDS.items()], required=False)
    hak = forms.ChoiceField(label=_("Hak"), required=False)
    peraturan = forms.ChoiceField(label=_("Peraturan"), required=False)
    tanda = forms.ChoiceField(
        label=_("Tanda"), choices=[ANY, *CONFIDENCE.items(), (WITHOUT, _("Tanpa pasal"))], required=False
    )
    kepastian = forms.ChoiceField(label=_("Kepastian"), choices=[ANY, *SURE.items()], required=False)
    kasus = forms.ChoiceField(
        label=_("Kasus uji"), choices=[ANY, ("ada", _("Ada")), ("tanpa", _("Tidak ada"))], required=False
    )
    masa = forms.ChoiceField(
        label=_("Masa"), choices=[("", _("Yang berlaku pada tanggal itu")), ("semua", _("Semua masa"))], required=False
    )
    tanggal = forms.DateField(
        label=_("Tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        field: Any = self.fields["hak"]
        field.choices = [ANY, *((name, right_name(name)) for name in NAMES)]
        field = self.fields["peraturan"]
        field.choices = [ANY, *((slug, book.name) for slug, book in books().items())]
        self.is_valid()

    def asked(self, name: str) -> str:
        """Return what a box says; nothing where it says nothing that is on offer."""
        return str(self.cleaned_data.get(name) or "")

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked."""
        return any(self.cleaned_data.values())

    @property
    def folded_out(self) -> bool:
        """Whether the filters below the words are in use, or hold what is not on offer."""
        return bool(self.errors) or any(value for name, value in self.cleaned_data.items() if name != "kata")


class Line:
    """A version in the list, with its rule."""

    def __init__(self, rule: Rule, version: ShownVersion, links: Links) -> None:
        self.title, self.kind, self.url, self.version = (
            blanks(said(rule.title)),
            KINDS[rule.kind],
            links.rule(rule),
            version,
        )


def search(form: SearchForm, day: date, rows: Rows, links: Links) -> list[Line]:
    """Return the lines that pass, in the order of the manual."""
    found = [(rule, version) for rule, version in _versions() if _passes(form, rule, version, day, rows)]
    return [Line(rule, show(version, day, rows), links) for rule, version in found]


def _versions() -> Iterator[tuple[Rule, RuleVersion]]:
    for rule in rules().values():
        for version in reversed(rule.versions):
            yield rule, version


def _passes(form: SearchForm, rule: Rule, version: RuleVersion, day: date, rows: Rows) -> bool:
    mark, sure, cases = form.asked("tanda"), form.asked("kepastian"), form.asked("kasus")
    return (
        (form.asked("masa") == "semua" or version.runs_on(day))
        and form.asked("jenis") in ("", rule.kind)
        and (not (right := form.asked("hak")) or right in rule.rights)
        and (not (slug := form.asked("peraturan")) or any(use.version is version for use in books()[slug].uses))
        and (not mark or version.mark == ("" if mark == WITHOUT else mark))
        and (not sure or sureness(version, rows.get(version.id)) == sure)
        and (not cases or bool(cases_of(version.id)) == (cases == "ada"))
        and all(word in _all_words(rule, version) for word in form.asked("kata").casefold().split())
    )


def _all_words(rule: Rule, version: RuleVersion) -> str:
    texts: list[Any] = [rule.title, *(text for _, text in rule.texts), version.unread or {}]
    texts += [text for pair in version.sets for text in pair]
    told: list[Text] = [*(str(each) for text in texts for each in text.values()), rule.name, KINDS[rule.kind]]
    told += [f"{cite['regulation']} {cite['article']}" for cite in version.law]
    return " ".join(map(str, told)).casefold()

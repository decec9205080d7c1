"""What the secretary fills in when a sitting ends: who was there, how each case went, minutes, signatures."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.words import criterion_title
from teladan.people.errors import Refused
from teladan.rights.models import HearingItem, HearingMember
from teladan.rights.services import Vote
from teladan.rights.services.hearing_rules import not_met

PARTS = ("recommendation", "votes_for", "votes_against", "criterion", "reason", "dissent")


@dataclass(frozen=True)
class ItemFields:
    """One case of the agenda with its fields."""

    item: HearingItem
    fields: dict[str, forms.BoundField]
    failed: list[str]


class CloseForm(forms.Form):
    """The end of a sitting. Rules of quorum, majority and law are the service's; here only what is written where."""

    def __init__(self, members: list[HearingMember], items: list[HearingItem], version: int, data: Any = None) -> None:
        super().__init__(data)
        self.items, self.failed = items, not_met(items)
        names = [(str(member.pk), _name(member)) for member in members]
        self.fields["present"] = _ticks(_("Hadir"), names)
        for item in items:
            self.fields.update(_item_fields(item, sorted(self.failed[item.pk])))
        self.fields["minutes"] = forms.CharField(
            label=gettext_lazy("Risalah"),
            help_text=gettext_lazy("Ringkas: apa yang dibahas, apa yang disepakati."),
            widget=forms.Textarea(attrs={"rows": 5}),
            max_length=20_000,
        )
        self.fields["signed"] = _ticks(
            _("Sudah menandatangani berita acara"), names, _("Semua yang hadir menandatangani.")
        )
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=version)

    def rows(self) -> list[ItemFields]:
        """Return the agenda with its fields, for the page."""
        return [
            ItemFields(item, {part: self[f"item-{item.pk}-{part}"] for part in PARTS}, sorted(self.failed[item.pk]))
            for item in self.items
        ]

    def votes(self) -> dict[int, Vote]:
        """Return what the team said of each case."""
        clean = self.cleaned_data
        return {item.pk: Vote(*(clean[f"item-{item.pk}-{part}"] for part in PARTS)) for item in self.items}

    def chosen(self, name: str) -> list[int]:
        """Return the members ticked under `present` or `signed`."""
        return [int(pk) for pk in self.cleaned_data[name]]

    def show(self, refused: Refused) -> None:
        """Show each problem at its member, case or field."""
        for wrong in refused.problems:
            model, _sep, pk = wrong.row.partition(":")
            field = {"votes": "votes_for"}.get(wrong.field, wrong.field)
            name = f"item-{pk}-{field}" if model == "hearingitem" else field
            self.add_error(name if name in self.fields else None, wrong.text)


def _name(member: HearingMember) -> str:
    return f"{member.name}, {member.position}" if member.position else member.name


def _ticks(label: str, choices: list[tuple[str, str]], hint: str = "") -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=widget, help_text=hint)


def _item_fields(item: HearingItem, failed: list[str]) -> dict[str, forms.Field]:
    conditions = [("", "–"), *((code, criterion_title(code)) for code in failed)]
    says = HearingItem.Recommendation.choices
    if not failed:  # without a condition that is not met there is nothing to reject for
        says = [choice for choice in says if choice[0] != HearingItem.Recommendation.REJECT]
    return {
        f"item-{item.pk}-recommendation": forms.ChoiceField(
            label=gettext_lazy("Rekomendasi"), choices=says, widget=forms.RadioSelect
        ),
        f"item-{item.pk}-votes_for": _count(gettext_lazy("Suara setuju")),
        f"item-{item.pk}-votes_against": _count(gettext_lazy("Suara menolak")),
        f"item-{item.pk}-criterion": forms.ChoiceField(
            label=gettext_lazy("Jika ditolak: syarat yang tidak terpenuhi"), choices=conditions, required=False
        ),
        f"item-{item.pk}-reason": _line(gettext_lazy("Jika ditunda: mengapa")),
        f"item-{item.pk}-dissent": _line(gettext_lazy("Pendapat berbeda")),
    }


def _count(label: Any) -> forms.IntegerField:
    attrs = {"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=99, widget=forms.TextInput(attrs))


def _line(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=500)

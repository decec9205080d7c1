"""What an officer checks, corrects and completes before a verdict enters the register."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.intake import orders, who
from teladan.desk.register.fields import money_problem, money_values, whole, why_field
from teladan.desk.register.person_fields import STAY, person_values, stay_values
from teladan.desk.register.verdict_fields import (
    final_problem,
    sentence_fields,
    term_values,
    verdict_fields,
    verdict_values,
)
from teladan.people.models import Facility, IntakeProposal, Sentence

NO_CUSTODY = "none"
KINDS = [*Sentence.Kind.choices, (NO_CUSTODY, gettext_lazy("Tidak ada penjara atau kurungan"))]
SPARE_ROWS = 1


class ProposalForm(forms.Form):
    """One proposal. Only what the service needs is required here; the service says what is missing or impossible."""

    def __init__(self, proposal: IntakeProposal, facility: Facility, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        given = data if data is not None else (initial or {})
        self.known = len(proposal.proposal.get("detention", ())) + len(proposal.proposal.get("detention_unsure", ()))
        self.rows = min(orders.MOST, max(whole(given.get("rows")), self.known + SPARE_ROWS))
        words = given.get("words") or ""
        self.candidates = who.candidates(facility, proposal, words)
        self.found_nobody = bool(words.strip()) and not who.searched(facility, words)
        self.unsure = set(proposal.proposal.get("unsure", ()))
        self.fields.update(self._fields(proposal))

    def _fields(self, proposal: IntakeProposal) -> dict[str, forms.Field]:
        none = forms.BooleanField(label=gettext_lazy("Tidak pernah ditahan sebelum putusan"), required=False)
        not_same = forms.CharField(
            label=gettext_lazy("Jika memang orang lain: mengapa"), required=False, max_length=300
        )
        return {
            **verdict_fields(),
            **sentence_fields(KINDS),
            **orders.order_fields(self.rows),
            "no_orders": none,
            **who.who_fields(self.candidates),
            "not_same_because": not_same,
            "why": why_field(),
            "version": forms.IntegerField(widget=forms.HiddenInput, initial=proposal.version),
            "rows": forms.IntegerField(widget=forms.HiddenInput, initial=self.rows),
        }

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        for name in ("fine", "restitution"):
            if problem := money_problem(name, clean):
                self.add_error(f"{name}_rp", problem)
        if found := final_problem(clean):
            self.add_error(*found)
        if self.chosen != who.INSIDE:
            self._require("register_number", "status", "admitted_on")
        if self.chosen == who.NEW:
            self._require("name", "sex")
        return clean

    def _require(self, *names: str) -> None:
        for name in names:
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, _("Isi untuk orang yang baru masuk."))

    @property
    def numbers(self) -> range:
        """The numbers of the rows of detention."""
        return range(self.rows)

    @property
    def chosen(self) -> str:
        """New, inside, or back."""
        return str(self.cleaned_data.get("who", "")).partition(":")[0]

    @cached_property
    def values(self) -> dict[str, Any]:
        """The checked values as `intake_services.confirm` takes them, without the person."""
        clean = self.cleaned_data
        values: dict[str, Any] = {"verdict": verdict_values(clean), "sentence": self._sentence(clean)}
        rows = orders.order_values(clean, self.rows, self.known)
        if rows or clean.get("no_orders") or "detention" not in self.unsure:
            values["detention"] = rows
        return values | self._who(clean)

    def _sentence(self, clean: dict[str, Any]) -> dict[str, Any] | None:
        if clean["kind"] == NO_CUSTODY:
            return None
        values = {"kind": clean["kind"], **term_values(clean)}
        values |= money_values("fine", clean) | money_values("restitution", clean)
        return values | _substitute(clean)

    def _who(self, clean: dict[str, Any]) -> dict[str, Any]:
        if self.chosen == who.INSIDE:
            return {"stay": {name: clean[name] for name in STAY if clean.get(name) and name != "admitted_on"}}
        person = {"person": person_values(clean)} if self.chosen == who.NEW else {}
        return {"stay": stay_values(clean)} | person


def _substitute(clean: dict[str, Any]) -> dict[str, Any]:
    kind = clean.get("substitute_kind")
    if not kind:
        return {}
    return {"substitute_kind": "" if kind == NO_CUSTODY else kind, **term_values(clean, "substitute_")}

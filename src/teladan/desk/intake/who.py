"""Whose verdict it is: somebody inside, somebody who was here before, or somebody new."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.register.person_fields import person_fields, stay_fields
from teladan.people import queries
from teladan.people.models import Facility, IntakeProposal, Stay

NEW, INSIDE, BACK = "new", "inside", "back"
MOST = 8


@dataclass(frozen=True)
class Candidate:
    """Somebody in the register who may be the one; `value` is what choosing them sends."""

    stay: Stay

    @property
    def value(self) -> str:
        return f"{BACK if self.stay.released_on else INSIDE}:{self.stay.person.uid}"

    @property
    def label(self) -> str:
        facts = {"name": self.stay.person.name, "number": self.stay.register_number, "room": self.stay.room or "–"}
        if self.stay.released_on:
            return _("%(name)s, register %(number)s, pernah di sini dan masuk lagi") % facts
        return _("%(name)s, register %(number)s, kamar %(room)s, sudah di dalam") % facts


def candidates(facility: Facility, proposal: IntakeProposal, words: str) -> list[Candidate]:
    """Return whom the search, the case number or the sheet's own name points to, each person once."""
    found = [*searched(facility, words), *_suggested(facility, proposal)]
    return list({stay.person_id: Candidate(stay) for stay in _open_last(found)}.values())[:MOST]


def searched(facility: Facility, words: str) -> list[Stay]:
    """Return whom a search finds, also among those who have left."""
    return queries.search(facility, words, released=True, limit=MOST) if words.strip() else []


def _open_last(stays: list[Stay]) -> list[Stay]:
    """Put open stays last, so that of one person's stays the open one is kept; the order is otherwise as it was."""
    order = {stay.person_id: number for number, stay in reversed(list(enumerate(stays)))}
    return sorted(stays, key=lambda stay: (order[stay.person_id], stay.released_on is None, stay.admitted_on))


def _suggested(facility: Facility, proposal: IntakeProposal) -> list[Stay]:
    stays = queries.stays_of_facility(facility)
    numbers = [each["register_number"] for each in proposal.problems if "register_number" in each]
    if given := proposal.proposal.get("register_number"):
        numbers.append(given["value"])
    if numbers and (known := list(stays.filter(register_number__in=numbers))):
        return known
    name = (proposal.proposal.get("person") or {}).get("value")
    return queries.search(facility, name, released=True, limit=MOST) if name else []


def who_fields(found: list[Candidate]) -> dict[str, forms.Field]:
    """Return the choice of the person, the search, and the fields of a new person and of the stay."""
    choices = [*((each.value, each.label) for each in found), (NEW, gettext_lazy("Orang baru"))]
    return {
        "words": forms.CharField(
            label=gettext_lazy("Cari di register"),
            help_text=gettext_lazy("Nama, nomor register, atau nomor perkara."),
            required=False,
            max_length=100,
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        ),
        "who": forms.ChoiceField(label=gettext_lazy("Putusan ini tentang"), choices=choices, widget=forms.RadioSelect),
        **person_fields(required=False),
        **stay_fields(required=False),
    }


def first_choice(found: list[Candidate], proposal: IntakeProposal) -> str:
    """Return who is chosen from the start: only somebody whose case or register number stands in the proposal."""
    named = any("register_number" in each for each in proposal.problems) or proposal.proposal.get("register_number")
    return found[0].value if named and len(found) == 1 else ""


def stay_of(facility: Facility, chosen: str) -> Stay | None:
    """Return the open stay, or for somebody who comes back the last one; None for somebody new."""
    uid = chosen.partition(":")[2]
    if not uid:
        return None
    stays = queries.stays_of_facility(facility).filter(person__uid=uid)
    found: Any = stays.filter(released_on=None).first() or stays.order_by("-admitted_on").first()
    return found

"""One person as the desk shows them: the stay, its latest assessment, and what the header says."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from teladan.desk.access import find
from teladan.desk.roles import may
from teladan.people.models import Person, Stay
from teladan.rights.models import Standing


@dataclass(frozen=True)
class Tab:
    """One of the pages about a person."""

    name: str
    label: str | Promise
    permission: str


TABS = (
    Tab("person", _("Ringkasan"), "people.read"),
    Tab("person_sentence", _("Pidana"), "verdicts.read"),
    Tab("person_conduct", _("Pembinaan"), "conduct.read"),
    Tab("person_movements", _("Mutasi"), "movements.read"),
    Tab("person_documents", _("Dokumen"), "documents.read"),
    Tab("person_forecast", _("Perkiraan"), "dates.read"),
    Tab("person_moves", _("Perubahan tanggal"), "dates.read"),
    Tab("person_history", _("Riwayat perubahan"), "history.read"),
)


def stay_of(request: HttpRequest, uid: UUID) -> Stay:
    """Return the present stay of a person, or the last one; 404 outside the officer's facility."""
    rows = Stay.objects.select_related("person", "case_officer", "facility", "standing")
    latest = rows.order_by(F("released_on").desc(nulls_first=True), "-admitted_on")
    return find(request, latest, person__uid=uid)


def standing_of(stay: Stay) -> Standing | None:
    """Return the latest assessment of a stay, None when it was never assessed."""
    return getattr(stay, "standing", None)


def frame(request: HttpRequest, stay: Stay, tab: str, day: date) -> dict[str, Any]:
    """Return what every page about a person shows around its own content."""
    person: Person = stay.person
    return {
        "stay": stay,
        "person": person,
        "standing": standing_of(stay),
        "day": day,
        "tabs": [
            {"label": each.label, "url": reverse(f"desk:{each.name}", args=[person.uid]), "current": each.name == tab}
            for each in TABS
            if may(request.user, each.permission)
        ],
    }

"""Who changed what, when, from what to what, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from teladan.desk.access import allowed
from teladan.desk.person.load import frame, stay_of
from teladan.desk.roles import may
from teladan.desk.today import today
from teladan.people.queries import Change, FieldChange, history_of

PAGE = 40
# Why somebody was moved may name an illness, and a movement's note in the history does not say its kind.
CLINIC_ONLY = {("movement", "note")}


@dataclass(frozen=True)
class Line:
    """One change as the page shows it."""

    at: datetime
    who: str
    what: str
    fields: list[FieldChange]
    why: str


@allowed("history.read")
def history(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, day = stay_of(request, uid), today()
    page = Paginator(history_of(stay), PAGE).get_page(request.GET.get("halaman"))
    health = may(request.user, "health.read")
    context = frame(request, stay, "person_history", day) | {
        "page": page,
        "changes": [_line(change, health=health) for change in page.object_list],
    }
    return render(request, "desk/person/history.html", context)


def _line(change: Change, *, health: bool) -> Line:
    verbs = {"added": _("ditambahkan"), "changed": _("diubah"), "removed": _("dihapus")}
    fields = [field for field in change.fields if health or (change.model, field.name) not in CLINIC_ONLY]
    return Line(
        at=change.at,
        who=change.who or _("program"),
        what=f"{change.label.capitalize()} {verbs[change.kind]}",
        fields=[FieldChange(field.name, field.label, _shown(field.old), _shown(field.new)) for field in fields],
        why=change.why,
    )


def _shown(value: Any) -> Any:
    """Return a list as text; the template writes dates."""
    return ", ".join(map(str, value)) if isinstance(value, list) else value

"""To another room, and out of the gate."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.access import allowed
from teladan.desk.officer import officer_of
from teladan.desk.register.acts.act import ActForm, act_page
from teladan.desk.register.fields import choice_field, day_field, text_field
from teladan.desk.register.load import stay_to_write
from teladan.desk.today import today
from teladan.people import services
from teladan.people.release_kinds import RELEASE_KINDS


class RoomForm(ActForm):
    room = text_field(gettext_lazy("Kamar baru"), 40, hint=gettext_lazy("Blok dan kamar seperti di pintunya."))


class ReleaseForm(ActForm):
    on = day_field(gettext_lazy("Tanggal keluar"))
    kind = choice_field(gettext_lazy("Sebab keluar"), [(code, kind.label) for code, kind in RELEASE_KINDS.items()])


@allowed("movements.work")
def room(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, officer = stay_to_write(request, uid, "movements.work"), officer_of(request)
    form = RoomForm(stay, request.POST or None)

    def act(clean: dict[str, Any]) -> None:
        version = clean.pop("version")
        services.move_room(stay, clean["room"], expected_version=version, actor=officer, why=clean["why"])

    now = _("Sekarang di kamar %(room)s.") % {"room": stay.room or "–"}
    words = {"title": _("Pindah kamar"), "lead": now, "button": _("Pindahkan"), "done": _("Kamar dipindahkan.")}
    return act_page(request, stay, form, act, words, reverse("desk:person_movements", args=[uid]))


@allowed("register.work")
def leave(request: HttpRequest, uid: UUID) -> HttpResponse:
    stay, officer = stay_to_write(request, uid, "register.work"), officer_of(request)
    form = ReleaseForm(stay, request.POST or None, initial={"on": today()})

    def act(clean: dict[str, Any]) -> None:
        version = clean.pop("version")
        services.release(stay, clean["on"], clean["kind"], expected_version=version, actor=officer, why=clean["why"])

    words = {
        "title": _("Keluar"),
        "lead": _("Penahanan yang masih berjalan diakhiri, kamarnya dikosongkan, mutasinya dicatat."),
        "button": _("Catat keluar"),
        "done": _("Keluar dicatat."),
    }
    return act_page(request, stay, form, act, words, reverse("desk:person", args=[uid]))

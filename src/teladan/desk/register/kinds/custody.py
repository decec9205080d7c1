"""Where somebody was held, days that do not count, and moves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import choice_field, day_field, moment_field, text_field
from teladan.desk.register.kind import Kind
from teladan.desk.roles import may
from teladan.people.models import Absence, Detention, Movement
from teladan.people.models.custody import Authority, Place

# The others are recorded by what they are: an admission, a move, somebody leaving.
BY_HAND = (Movement.Kind.COURT, Movement.Kind.HOSPITAL, Movement.Kind.RETURN)


def detention_fields(*, required: bool = True) -> dict[str, forms.Field]:
    """Return the fields of a detention order."""
    return {
        "authority": choice_field(_("Pejabat yang menahan"), Authority.choices, required=False),
        "order_number": text_field(_("Nomor surat"), 80, required=False),
        "place": choice_field(_("Tempat"), Place.choices, required=required),
        "start": day_field(_("Mulai"), required=required),
        "end": day_field(_("Sampai"), required=False, hint=_("Hari terakhir. Kosong berarti masih berjalan.")),
    }


def _detention(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return detention_fields()


def _absence(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {
        "reason": choice_field(_("Sebab"), Absence.Reason.choices),
        "from_day": day_field(_("Sejak")),
        "until": day_field(_("Kembali"), required=False, hint=_("Hari pertama kembali. Kosong berarti belum.")),
    }


def _movement(officer: Any, row: Any) -> dict[str, forms.Field]:
    kinds = {*BY_HAND, *([row.kind] if row else [])}
    fields = {
        "kind": choice_field(_("Jenis"), [choice for choice in Movement.Kind.choices if choice[0] in kinds]),
        "at": moment_field(_("Waktu")),
        "room": text_field(_("Kamar"), 40, required=False),
        "note": text_field(
            _("Keterangan"), 200, required=False, hint=_("Jangan menulis penyakit: itu hanya untuk klinik.")
        ),
    }
    if row is not None and row.kind == Movement.Kind.HOSPITAL and not may(officer, "health.read"):
        del fields["note"]  # why somebody went to hospital is for the clinic alone
    return fields


DETENTION = Kind("penahanan", Detention, "register.work", "person_sentence", _("Penahanan"), _detention)
ABSENCE = Kind("tidak-dihitung", Absence, "register.work", "person_sentence", _("Hari yang tidak dihitung"), _absence)
MOVEMENT = Kind("mutasi", Movement, "movements.work", "person_movements", _("Mutasi"), _movement)

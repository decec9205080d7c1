"""How somebody lives inside. A case officer writes about own wards; security writes Register F."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.fields import choice_field, day_field, month_field, text_field
from teladan.desk.register.kind import Kind
from teladan.people.models import ConductReport, Discipline, Programme, RiskAssessment

TAB = "person_conduct"


def _report(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {
        "month": month_field(_("Bulan")),
        "rating": choice_field(_("Penilaian"), ConductReport.Rating.choices),
        "note": text_field(_("Catatan"), 300, required=False),
    }


def _discipline(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {
        "on": day_field(_("Tanggal")),
        "level": choice_field(_("Tingkat"), Discipline.Level.choices),
        "event": text_field(_("Peristiwa"), 300, required=False),
        "article": text_field(_("Dasar pasal"), 120, required=False),
        "rights_lost_until": day_field(_("Hak ditunda sampai"), required=False),
    }


def _risk(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {"on": day_field(_("Tanggal")), "level": choice_field(_("Tingkat risiko"), RiskAssessment.Level.choices)}


def _programme(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return {
        "name": text_field(_("Kegiatan"), 120),
        "from_day": day_field(_("Sejak")),
        "until": day_field(_("Sampai"), required=False, hint=_("Hari pertama tidak ikut lagi. Kosong berarti masih.")),
    }


CONDUCT = Kind("rapor", ConductReport, "conduct.work", TAB, _("Rapor pembinaan"), _report)
DISCIPLINE = Kind("register-f", Discipline, "discipline.work", TAB, _("Register F"), _discipline)
RISK = Kind("risiko", RiskAssessment, "risk.work", TAB, _("Asesmen risiko"), _risk)
PROGRAMME = Kind("program", Programme, "programme.work", TAB, _("Program pembinaan"), _programme)

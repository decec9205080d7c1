"""Who somebody is, and their time inside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teladan.desk.register.kind import Kind
from teladan.desk.register.person_fields import person_fields, person_values, stay_fields
from teladan.people.models import Officer, Person, Role, Stay


def _person(_officer: Any, _row: Any) -> dict[str, forms.Field]:
    return person_fields()


def _stay(officer: Any, _row: Any) -> dict[str, forms.Field]:
    fields = stay_fields()
    del fields["room"]  # a move has its own form, which records the movement
    wali = Officer.objects.filter(facility=officer.facility_id, role=Role.CASE_OFFICER, is_active=True)
    label = _("Wali pemasyarakatan")
    return fields | {"case_officer": forms.ModelChoiceField(wali.order_by("full_name"), label=label, required=False)}


PERSON = Kind(
    name="identitas",
    model=Person,
    permission="register.work",
    tab="person",
    title=_("Identitas"),
    fields=_person,
    values=person_values,
    path="uid",
    removable=False,
)
STAY = Kind(
    name="masa",
    model=Stay,
    permission="register.work",
    tab="person",
    title=_("Register dan wali"),
    fields=_stay,
    path="person__uid",
    removable=False,
)

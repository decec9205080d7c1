"""A facility: entered once, known by its code; the same again is no change."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from teladan.ledger import services as ledger
from teladan.people.errors import Invalid
from teladan.people.models import Facility
from teladan.people.officer_acts import FACILITY_ADDED, FACILITY_CHANGED
from teladan.people.problems import problem

FIELDS = ("name", "kind", "grade", "place", "regional_office", "probation_office", "capacity")


@transaction.atomic
def keep_facility(code: str, values: dict[str, Any]) -> tuple[Facility, list[str]]:
    """Enter the facility, or change what differs; return it and the names of the fields written. Raises Invalid."""
    _refuse_demo()
    found = Facility.objects.select_for_update().filter(code=code).first()
    before = {name: getattr(found, name) for name in FIELDS} if found else {}
    facility = found or Facility(code=code)
    for name, value in values.items():
        setattr(facility, name, value)
    _check(facility)
    written = [name for name in FIELDS if name not in before or before[name] != getattr(facility, name)]
    if written:
        facility.save()
        action = FACILITY_CHANGED if found else FACILITY_ADDED
        data = {"fields": written}
        ledger.append(facility=facility, actor=None, action=action, subject=f"facility:{facility.pk}", data=data)
    return facility, written


def _refuse_demo() -> None:
    if Facility.objects.filter(is_demo=True).exists():
        raise Invalid(
            [
                problem(
                    None,
                    "",
                    "demo",
                    "Basis data ini berisi data contoh. Lembaga nyata memerlukan basis data sendiri.",
                    "This database holds the demo. A real facility needs a database of its own.",
                )
            ]
        )


def _check(facility: Facility) -> None:
    try:
        facility.full_clean()
    except ValidationError as wrong:
        texts = [(name, text) for name, each in wrong.message_dict.items() for text in each]
        raise Invalid(
            [problem(None, name, "invalid", "{text}", "{text}", text=text) for name, text in texts]
        ) from wrong

"""Who is inside."""

from typing import TYPE_CHECKING

from teladan.people.models import Facility, Stay

if TYPE_CHECKING:
    from django.db.models import QuerySet


def people_inside(facility: Facility) -> "QuerySet[Stay]":
    """Return the open stays with person and case officer, by name: one query for a list."""
    return stays_of_facility(facility).filter(released_on=None)


def stays_of_facility(facility: Facility) -> "QuerySet[Stay]":
    """Return every stay, also of those who have left, with person and case officer, by name."""
    stays = Stay.objects.filter(facility=facility).select_related("person", "case_officer", "facility")
    return stays.order_by("person__name", "pk")

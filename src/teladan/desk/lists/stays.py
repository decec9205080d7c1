"""Rows and columns that several lists of people share."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists.column import Column, Due, Link, Tag
from teladan.people.models import Movement, Officer, Stay, Verdict
from teladan.people.models.verdict import Offence
from teladan.people.release_kinds import RELEASE_KINDS
from teladan.rights.models import RightStanding

OFFENCES = dict(Offence.choices)
WAITING = ("eligible", "upcoming")


def inside(officer: Officer) -> QuerySet[Stay]:
    """Return everybody inside the officer's facility, with what the shared columns need: three queries a page."""
    return _shown(Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True))


def inside_and_released(officer: Officer) -> QuerySet[Stay]:
    """Return everybody inside, and whoever has left and not come back, by the last stay."""
    others = Stay.objects.filter(facility=officer.facility_id, person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    later = Q(released_on=None) | Q(admitted_on__gt=OuterRef("admitted_on"))
    later |= Q(admitted_on=OuterRef("admitted_on"), pk__gt=OuterRef("pk"))
    last = Q(released_on=None) | ~Exists(others.filter(later))
    return _shown(Stay.objects.filter(last, facility=officer.facility_id))


def _shown(stays: QuerySet[Stay]) -> QuerySet[Stay]:
    first_offence = Verdict.objects.filter(stay=OuterRef("pk")).values("offence")[:1]
    rights = RightStanding.objects.filter(status__in=WAITING, date__isnull=False).order_by("date")
    return (
        stays.select_related("person", "standing", "case_officer")
        .annotate(first_offence=Subquery(first_offence))
        .prefetch_related("verdicts", Prefetch("standing__rights", queryset=rights, to_attr="coming"))
    )


def person(stay: Stay) -> Link:
    return Link(stay.person.name, reverse("desk:person", args=[stay.person.uid]))


def standing(stay: Stay) -> Any:
    """Return the latest assessment of a stay, or None when it has not been assessed yet."""
    return getattr(stay, "standing", None)


def offences(stay: Stay) -> str:
    named = dict.fromkeys(OFFENCES.get(verdict.offence) for verdict in stay.verdicts.all() if verdict.offence)
    return ", ".join(str(name) for name in named)


def next_right(stay: Stay) -> Tag | None:
    """Return the right that comes next."""
    coming = _coming(stay)
    if not coming:
        return None
    return Tag(words.right_name(coming[0].right), coming[0].status)


def next_right_day(stay: Stay) -> date | None:
    coming = _coming(stay)
    return coming[0].date if coming else None


def _coming(stay: Stay) -> list[RightStanding]:
    return [] if stay.released_on else getattr(standing(stay), "coming", [])


def status(stay: Stay) -> Tag | str:
    """Return the status of somebody inside, or that and how they left."""
    if not stay.released_on:
        return stay.get_status_display()
    kind = RELEASE_KINDS.get(stay.release_kind)
    left = _("Sudah bebas") if kind is None or kind.movement == Movement.Kind.RELEASE else kind.label
    return Tag(left, "closed")


def release(stay: Stay, day: date) -> Due | date | None:
    if stay.released_on:
        return stay.released_on
    found = standing(stay)
    if found is None or found.release is None:
        return None
    return Due(found.release, day)


NAME = Column("nama", _("Nama"), person, ("person__name",))
REGISTER = Column("register", _("Nomor register"), lambda stay: stay.register_number, ("register_number",), whole=True)
CLASS = Column("golongan", _("Gol."), lambda stay: stay.register_class, ("register_class",), "dates.read")
STATUS = Column("status", _("Status"), status, ("status",))
ROOM = Column("kamar", _("Kamar"), lambda stay: stay.room, ("room",), whole=True)
OFFENCE = Column("perkara", _("Jenis perkara"), offences, ("first_offence",), "offence.read")
OFFICER = Column("wali", _("Wali"), lambda stay: stay.case_officer or "", ("case_officer__full_name",), "dates.read")
NEXT_RIGHT = Column("hak", _("Hak berikutnya"), next_right, (), "dates.read")
NEXT_DAY = Column("tanggal_hak", _("Tanggal hak"), next_right_day, (), "dates.read")


def release_column(day: date) -> Column:
    return Column("bebas", _("Bebas"), lambda stay: release(stay, day), ("standing__release",), "dates.read")

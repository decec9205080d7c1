"""Rows and columns that several lists of people share."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists.column import Column, Due, Link, Tag
from teladan.people.models import Officer, Stay, Verdict
from teladan.people.models.verdict import Offence
from teladan.rights.models import RightStanding

OFFENCES = dict(Offence.choices)
WAITING = ("eligible", "upcoming")


def inside(officer: Officer) -> QuerySet[Stay]:
    """Return everybody inside the officer's facility, with what the shared columns need: three queries a page."""
    first_offence = Verdict.objects.filter(stay=OuterRef("pk")).values("offence")[:1]
    rights = RightStanding.objects.filter(status__in=WAITING, date__isnull=False).order_by("date")
    return (
        Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)
        .select_related("person", "standing", "case_officer")
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
    coming = getattr(standing(stay), "coming", [])
    if not coming:
        return None
    return Tag(words.right_name(coming[0].right), coming[0].status)


def next_right_day(stay: Stay) -> date | None:
    coming = getattr(standing(stay), "coming", [])
    return coming[0].date if coming else None


def release(stay: Stay, day: date) -> Due | None:
    found = standing(stay)
    if found is None or found.release is None:
        return None
    return Due(found.release, day)


NAME = Column("nama", _("Nama"), person, ("person__name",))
REGISTER = Column("register", _("Nomor register"), lambda stay: stay.register_number, ("register_number",), whole=True)
CLASS = Column("golongan", _("Gol."), lambda stay: stay.register_class, ("register_class",), "dates.read")
STATUS = Column("status", _("Status"), lambda stay: stay.get_status_display(), ("status",))
ROOM = Column("kamar", _("Kamar"), lambda stay: stay.room, ("room",), whole=True)
OFFENCE = Column("perkara", _("Jenis perkara"), offences, ("first_offence",), "offence.read")
OFFICER = Column("wali", _("Wali"), lambda stay: stay.case_officer or "", ("case_officer__full_name",), "dates.read")
NEXT_RIGHT = Column("hak", _("Hak berikutnya"), next_right, (), "dates.read")
NEXT_DAY = Column("tanggal_hak", _("Tanggal hak"), next_right_day, (), "dates.read")


def release_column(day: date) -> Column:
    return Column("bebas", _("Bebas"), lambda stay: release(stay, day), ("standing__release",), "dates.read")

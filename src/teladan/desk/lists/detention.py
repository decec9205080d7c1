"""Detention orders and when they end: nobody stays a day longer than an order covers."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from teladan.desk.lists import stays
from teladan.desk.lists.column import Column, Due, Tag
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.today import today
from teladan.people.models import Officer, Stay
from teladan.people.models.custody import Authority
from teladan.rights.queries import grounds

ENDINGS = [("lewat", _("Sudah lewat")), ("3", _("3 hari")), ("10", _("10 hari")), ("tanpa", _("Tanpa tanggal akhir"))]
AUTHORITIES = dict(Authority.choices)


class DetentionFilter(ListFilter):
    habis = choice(_("Berakhir dalam"), ENDINGS)

    def narrow_habis(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return ending(rows, value, today())


def ending(rows: QuerySet[Stay], window: str, day: date) -> QuerySet[Stay]:
    """Return detainees whose last covered day is past (`lewat`), unknown (`tanpa`), or comes within so many days."""
    if window == "tanpa":
        return rows.filter(grounds.without_end())
    if window == "lewat":
        return rows.filter(standing__detention_ends__lt=day)
    return rows.filter(grounds.detention_ends_within(day, int(window)))


def held(officer: Officer) -> QuerySet[Stay]:
    """Return those held on detention orders; `standing.detention_ends` is the last day an order covers."""
    inside = Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True)
    return inside.filter(grounds.detained()).select_related("person", "standing")


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    return held(officer).prefetch_related("detentions")


def _authority(stay: Stay) -> str:
    orders = list(stay.detentions.all())
    return str(AUTHORITIES.get(orders[-1].authority, "")) if orders else ""


def columns(day: date) -> tuple[Column, ...]:
    def until(stay: Stay) -> Due | Tag:
        last = getattr(stays.standing(stay), "detention_ends", None)
        if last is None:
            return Tag(_("Tanggal akhir tidak diketahui"), "needs_facts")
        return Due(last, day)

    return (
        Column("sampai", _("Sah sampai"), until, ("standing__detention_ends",)),
        stays.NAME,
        stays.REGISTER,
        stays.ROOM,
        Column("pejabat", _("Pejabat yang menahan"), _authority),
    )


DETENTION = Listing(
    name="penahanan",
    title=_("Penahanan"),
    lead=_("Hari terakhir yang ditutup surat penahanan. Tanpa surat baru, tahanan keluar demi hukum."),
    empty=_("Tidak ada tahanan untuk pilihan ini."),
    rows=rows,
    columns=columns,
    filters=DetentionFilter,
    order="sampai",
)

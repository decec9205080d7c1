"""Who goes home, soonest first."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from teladan.desk.lists import stays
from teladan.desk.lists.column import Column
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.lists.people import WINDOWS, release_window
from teladan.desk.today import today
from teladan.people.models import Officer, Stay
from teladan.people.models.person import StayStatus


class ReleaseFilter(ListFilter):
    bebas = choice(_("Bebas dalam"), WINDOWS)
    status = choice(_("Status"), StayStatus.choices)

    def narrow_bebas(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return release_window(rows, value, today())

    def narrow_status(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(status=value)


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    return stays.inside(officer).filter(standing__release__isnull=False)


def columns(day: date) -> tuple[Column, ...]:
    expiry = Column("ekspirasi", _("Ekspirasi"), lambda stay: stay.standing.expiry, ("standing__expiry",), "dates.read")
    substitute = Column(
        "subsider",
        _("Subsider (hari)"),
        lambda stay: stay.standing.substitute_days,
        ("standing__substitute_days",),
        "dates.read",
        number=True,
    )
    return (stays.release_column(day), stays.NAME, stays.REGISTER, stays.ROOM, expiry, substitute, stays.NEXT_RIGHT)


RELEASES = Listing(
    name="bebas",
    title=_("Bebas"),
    lead=_(
        "Tanggal bebas menurut hitungan terakhir: ekspirasi setelah remisi, "
        "ditambah pengganti denda yang belum dibayar."
    ),
    empty=_("Tidak ada tanggal bebas yang dapat dihitung untuk pilihan ini."),
    rows=rows,
    columns=columns,
    filters=ReleaseFilter,
    order="bebas",
)

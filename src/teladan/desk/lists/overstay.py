"""Who is inside without a ground: past the day of release, or past the last day of an order. Must be nobody."""

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext_lazy as _

from teladan.desk.lists import stays
from teladan.desk.lists.column import Column, Due
from teladan.desk.lists.filters import ListFilter
from teladan.desk.lists.listing import Listing
from teladan.people.models import Officer, Stay
from teladan.rights.queries import grounds

RELEASE, ORDER = "standing__release", "standing__detention_ends"


def rows(officer: Officer, day: date) -> QuerySet[Stay]:
    """Return those past their release or their order on the day; `ground_until` is the last day with a ground."""
    past = stays.inside(officer).filter(grounds.overstays(day))
    # Least gives null on SQLite when either is null: each stands in for the other.
    return past.annotate(ground_until=Least(Coalesce(RELEASE, ORDER), Coalesce(ORDER, RELEASE)))


def columns(day: date) -> tuple[Column, ...]:
    def until(stay: Stay) -> Due:
        last = stay.ground_until  # type: ignore[attr-defined]
        return Due(last, day)

    def because(stay: Stay) -> str:
        past_release = stay.standing.release is not None and stay.standing.release < day
        return str(_("Tanggal bebas sudah lewat") if past_release else _("Surat penahanan sudah habis"))

    return (
        Column("sampai", _("Dasar berakhir"), until, ("ground_until",)),
        Column("sebab", _("Sebab"), because),
        stays.NAME,
        stays.REGISTER,
        stays.ROOM,
        stays.STATUS,
    )


OVERSTAY = Listing(
    name="tanpa-dasar",
    title=_("Di dalam tanpa dasar (overstay)"),
    lead=_(
        "Daftar ini harus kosong. Yang tanggal bebasnya lewat dibebaskan hari ini; "
        "tahanan yang suratnya habis dikeluarkan demi hukum, kecuali surat perpanjangan sudah diterima."
    ),
    empty=_("Tidak ada. Semua yang di dalam mempunyai dasar yang berlaku."),
    rows=rows,
    columns=columns,
    filters=ListFilter,
    order="sampai",
)

"""Detention orders and when they end: nobody stays a day longer than an order covers."""

from datetime import date, timedelta

from django.db.models import Case, DateField, Exists, Max, OuterRef, QuerySet, When
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists import stays
from teladan.desk.lists.column import Column, Due, Tag
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.today import today
from teladan.people.models import Detention, Officer, Stay
from teladan.people.models.custody import Authority
from teladan.people.models.person import StayStatus

ENDINGS = [("lewat", _("Sudah lewat")), ("3", _("3 hari")), ("10", _("10 hari")), ("tanpa", _("Tanpa tanggal akhir"))]
AUTHORITIES = dict(Authority.choices)
ENDLESS = Detention.objects.filter(stay=OuterRef("pk"), end__isnull=True)


class DetentionFilter(ListFilter):
    habis = choice(_("Berakhir dalam"), ENDINGS)

    def narrow_habis(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return ending(rows, value, today())


def ending(rows: QuerySet[Stay], window: str, day: date) -> QuerySet[Stay]:
    """Return detainees whose last covered day is past (`lewat`), unknown (`tanpa`), or comes within so many days."""
    if window == "tanpa":
        return rows.filter(covered_until__isnull=True)
    if window == "lewat":
        return rows.filter(covered_until__lt=day)
    return rows.filter(covered_until__range=(day, day + timedelta(days=int(window))))


def held(officer: Officer) -> QuerySet[Stay]:
    """Return those held on detention orders; `covered_until` is the last day an order covers.

    Taken from the orders themselves, not from last night's assessment: an overstay must not hide behind an old one.
    """
    inside = Stay.objects.filter(facility=officer.facility_id, released_on__isnull=True, status=StayStatus.DETAINEE)
    # An order without an end covers nobody for sure: its day is not known, and that is what is shown.
    last = Case(When(Exists(ENDLESS), then=None), default=Max("detentions__end"), output_field=DateField())
    return inside.annotate(covered_until=last)


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    return held(officer).select_related("person").prefetch_related("detentions")


def _authority(stay: Stay) -> str:
    orders = list(stay.detentions.all())
    return str(AUTHORITIES.get(orders[-1].authority, "")) if orders else ""


def columns(day: date) -> tuple[Column, ...]:
    def until(stay: Stay) -> Due | Tag:
        last = stay.covered_until  # type: ignore[attr-defined]
        if last is None:
            return Tag(_("Tanggal akhir tidak diketahui"), "needs_facts")
        return Due(last, words.distance_words(last, day), late=last < day)

    return (
        Column("sampai", _("Sah sampai"), until, ("covered_until",)),
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

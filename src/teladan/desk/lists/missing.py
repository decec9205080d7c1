"""Who waits because a fact is missing, and which."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists import stays
from teladan.desk.lists.column import Column
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.people.models import Officer, Stay
from teladan.people.models.person import StayStatus
from teladan.rights.models import RightStanding

WAITS = RightStanding.objects.filter(status="needs_facts")


class MissingFilter(ListFilter):
    hak = choice(_("Hak"), words.RIGHT_NAMES.items())
    status = choice(_("Status"), StayStatus.choices)

    def narrow_hak(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(Exists(WAITS.filter(standing__stay=OuterRef("pk"), right=value)))

    def narrow_status(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(status=value)


def waiting(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Return those with a right that waits for facts, or whose facts could not be assessed at all."""
    return rows.filter(
        Q(standing__isnull=True) | ~Q(standing__problem="") | Exists(WAITS.filter(standing__stay=OuterRef("pk")))
    )


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    waits = Prefetch("standing__rights", queryset=WAITS, to_attr="waits")
    return waiting(stays.inside(officer)).prefetch_related(None).prefetch_related("verdicts", waits)


def _facts(stay: Stay) -> str:
    found = stays.standing(stay)
    if found is None:
        return str(_("Belum pernah dihitung"))
    if found.problem:
        return found.problem
    codes = dict.fromkeys(code for right in found.waits for code in right.unknown)
    return "; ".join(words.criterion_title(code) for code in codes)


def _rights(stay: Stay) -> str:
    return ", ".join(str(words.right_name(right.right)) for right in getattr(stays.standing(stay), "waits", []))


def columns(_day: date) -> tuple[Column, ...]:
    return (
        stays.NAME,
        stays.REGISTER,
        stays.STATUS,
        stays.OFFICER,
        Column("kurang", _("Yang belum diketahui"), _facts),
        Column("hak", _("Hak yang menunggu"), _rights),
    )


MISSING = Listing(
    name="data-kurang",
    title=_("Data kurang"),
    lead=_(
        "Hak mereka belum dapat diputuskan karena ada data yang belum diketahui. "
        "Yang tidak diketahui tidak pernah dianggap terpenuhi."
    ),
    empty=_("Semua data yang diperlukan sudah ada."),
    rows=rows,
    columns=columns,
    filters=MissingFilter,
    order="nama",
)

"""Who waits because a fact is missing, which, and what to do about it."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists import stays
from teladan.desk.lists.column import Column
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.lists.next_fact import actions
from teladan.people.models import Absence, Detention, Officer, Remission, Sentence, Stay
from teladan.people.models.person import StayStatus
from teladan.rights.queries import grounds

REASONS = [("tidak-dihitung", _("Belum dapat dihitung")), ("menunggu", _("Hak menunggu data"))]
# The lists of which one row is enough to count as known; of the others only an officer's word is.
ROWS = {
    "detention": Detention.objects.filter(stay=OuterRef("pk")),
    "sentences": Sentence.objects.filter(verdict__stay=OuterRef("pk")),
    "absences": Absence.objects.filter(stay=OuterRef("pk")),
    "remissions": Remission.objects.filter(stay=OuterRef("pk")),
}


class MissingFilter(ListFilter):
    sebab = choice(_("Sebab"), REASONS)
    hak = choice(_("Hak"), words.RIGHT_NAMES.items())
    status = choice(_("Status"), StayStatus.choices)

    def narrow_sebab(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(grounds.not_assessed() if value == "tidak-dihitung" else grounds.waiting_for_facts())

    def narrow_hak(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(grounds.waiting_for_facts(value))

    def narrow_status(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return rows.filter(status=value)


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    """Return those with a right that waits for facts, dated or not, or whose facts could not be assessed at all."""
    waits = Prefetch("standing__rights", queryset=grounds.WAITS, to_attr="waits")
    found = stays.inside(officer).filter(grounds.not_assessed() | grounds.waiting_for_facts())
    return (
        found.annotate(**{f"has_{name}": Exists(each) for name, each in ROWS.items()})
        .prefetch_related(None)
        .prefetch_related(waits)
    )


def _codes(stay: Stay) -> list[str]:
    waits = getattr(stays.standing(stay), "waits", ())
    return list(dict.fromkeys(code for right in waits for code in right.unknown))


def _facts(stay: Stay) -> str:
    found = stays.standing(stay)
    if found is None:
        return str(_("Belum pernah dihitung"))
    return found.problem or "; ".join(words.criterion_title(code) for code in _codes(stay))


def _next(stay: Stay) -> str:
    found = stays.standing(stay)
    if found is None:
        return str(_("Catat putusan dan penahanannya: tanggal dihitung begitu disimpan"))
    if found.problem:
        return str(_("Perbaiki data yang disebut di sebelah, lalu simpan: tanggal dihitung ulang"))
    known = set(stay.known_lists) | {name for name in ROWS if getattr(stay, f"has_{name}")}
    return "; ".join(actions(_codes(stay), known))


def _rights(stay: Stay) -> str:
    return ", ".join(str(words.right_name(right.right)) for right in getattr(stays.standing(stay), "waits", []))


def columns(_day: date) -> tuple[Column, ...]:
    return (
        stays.NAME,
        stays.REGISTER,
        stays.STATUS,
        stays.OFFICER,
        Column("kurang", _("Yang belum diketahui"), _facts),
        Column("berikut", _("Yang harus dilakukan"), _next),
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

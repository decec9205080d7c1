"""Every sitting of the hearing team."""

from datetime import date

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teladan.desk.lists.column import Column, Link, Tag
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.people.models import Officer
from teladan.rights.models import Hearing

TAGS = {"planned": "upcoming", "closed": "closed"}


class HearingFilter(ListFilter):
    keadaan = choice(_("Keadaan"), Hearing.State.choices)

    def narrow_keadaan(self, rows: QuerySet[Hearing], value: str) -> QuerySet[Hearing]:
        return rows.filter(state=value)


def rows(officer: Officer, _day: date) -> QuerySet[Hearing]:
    """Return the hearings of the facility with how many cases each has."""
    return Hearing.objects.filter(facility=officer.facility_id).annotate(cases=Count("items"))


def columns(_day: date) -> tuple[Column, ...]:
    return (
        Column("nama", _("Nomor sidang"), _link, ("number",)),
        Column("tanggal", _("Tanggal"), lambda row: row.on, ("on",)),
        Column("keadaan", _("Keadaan"), _state, ("state",)),
        Column("perkara", _("Perkara"), lambda row: row.cases, ("cases",), number=True),
    )


def _link(hearing: Hearing) -> Link:
    return Link(hearing.number, reverse("desk:hearing", args=[hearing.uid]))


def _state(hearing: Hearing) -> Tag:
    return Tag(hearing.get_state_display(), TAGS[hearing.state])


HEARINGS = Listing(
    name="sidang-tpp",
    title=_("Sidang TPP"),
    lead=_("Sidang memberi rekomendasi atas hak yang tanggalnya dihitung oleh hukum. Semua hak gratis."),
    empty=_("Belum ada sidang. Sidang direncanakan bila ada perkara yang menunggu."),
    rows=rows,
    columns=columns,
    filters=HearingFilter,
    order="-tanggal",
    action=("hearing_plan", _("Rencanakan sidang"), "hearings.work"),
)

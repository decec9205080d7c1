"""The people in a case officer's care."""

from datetime import date, timedelta

from django import forms
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from teladan.desk.lists import stays
from teladan.desk.lists.column import Column
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.today import today
from teladan.people.models import ConductReport, Officer, Stay
from teladan.people.models.facility import Role


class WardFilter(ListFilter):
    """The head and the auditor choose whose wards to see; a case officer sees only their own."""

    rapor = choice(_("Rapor bulan lalu"), [("belum", _("Belum ditulis")), ("ada", _("Sudah ada"))])
    wali = forms.ModelChoiceField(Officer.objects.none(), label=_("Wali"), required=False, empty_label=_("Semua"))

    def __init__(self, data: object, officer: Officer, **kwargs: object) -> None:
        super().__init__(data, officer, **kwargs)
        if officer.role == Role.CASE_OFFICER:
            del self.fields["wali"]
            return
        field = self.fields["wali"]
        field.queryset = Officer.objects.filter(facility=officer.facility_id, role=Role.CASE_OFFICER)  # type: ignore[attr-defined]

    def narrow_rapor(self, rows: QuerySet[Stay], value: str) -> QuerySet[Stay]:
        return without_report(rows) if value == "belum" else rows.filter(Q(last_report__gte=last_month(today())))

    def narrow_wali(self, rows: QuerySet[Stay], value: Officer) -> QuerySet[Stay]:
        return rows.filter(case_officer=value)


def last_month(day: date) -> date:
    """Return the first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def without_report(rows: QuerySet[Stay]) -> QuerySet[Stay]:
    """Return those whose report of last month is not there yet; `last_report` must be annotated."""
    return rows.filter(Q(last_report__isnull=True) | Q(last_report__lt=last_month(today())))


def in_care(rows: QuerySet[Stay], officer: Officer) -> QuerySet[Stay]:
    """Return a case officer's own wards; for the other roles everybody who has a case officer."""
    # A subquery, not a join with Max: grouping by every column of a wide list is ten times slower.
    latest = ConductReport.objects.filter(stay=OuterRef("pk")).order_by("-month").values("month")[:1]
    rows = rows.annotate(last_report=Subquery(latest))
    return rows.filter(case_officer=officer) if officer.role == Role.CASE_OFFICER else rows.exclude(case_officer=None)


def rows(officer: Officer, _day: date) -> QuerySet[Stay]:
    return in_care(stays.inside(officer), officer)


def month_name(month: date | None) -> str:
    return formats.date_format(month, "F Y") if month else str(_("Belum ada"))


def columns(day: date) -> tuple[Column, ...]:
    report = Column(
        "rapor", _("Rapor terakhir"), lambda stay: month_name(stay.last_report), ("last_report",), "conduct.read"
    )
    return (
        stays.NAME,
        stays.REGISTER,
        stays.ROOM,
        stays.OFFICER,
        report,
        stays.NEXT_RIGHT,
        stays.NEXT_DAY,
        stays.release_column(day),
    )


WARDS = Listing(
    name="wali",
    title=_("Warga binaan dalam perwalian"),
    lead=_("Setiap wali menulis rapor pembinaan setiap bulan; tanpa rapor, hak menunggu."),
    empty=_("Belum ada warga binaan yang ditugaskan. Petugas registrasi menetapkan walinya."),
    rows=rows,
    columns=columns,
    filters=WardFilter,
    order="nama",
)

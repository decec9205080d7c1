"""Open steps of cases: who owes what, and until when."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists.column import Column, Due, Link, Tag
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.today import today
from teladan.people.models import Officer
from teladan.people.models.facility import Role
from teladan.rights.models import Step

CLOCKS = [("lewat", _("Lewat waktu")), ("hari-ini", _("Hari ini")), ("7", _("7 hari")), ("tanpa", _("Tanpa batas"))]


class StepFilter(ListFilter):
    kantor = choice(_("Kantor"), Step.Office.choices)
    waktu = choice(_("Jatuh tempo"), CLOCKS)
    hak = choice(_("Hak"), words.RIGHT_NAMES.items())

    def narrow_kantor(self, rows: QuerySet[Step], value: str) -> QuerySet[Step]:
        return rows.filter(office=value)

    def narrow_waktu(self, rows: QuerySet[Step], value: str) -> QuerySet[Step]:
        return due(rows, value, today())

    def narrow_hak(self, rows: QuerySet[Step], value: str) -> QuerySet[Step]:
        return rows.filter(case__right=value)


def due(rows: QuerySet[Step], clock: str, day: date) -> QuerySet[Step]:
    """Return steps past their limit, due on the day, within 7 days, or without any legal limit."""
    if clock == "lewat":
        return rows.filter(due_on__lt=day)
    if clock == "hari-ini":
        return rows.filter(due_on=day)
    if clock == "tanpa":
        return rows.filter(due_on__isnull=True)
    return rows.filter(due_on__range=(day, date.fromordinal(day.toordinal() + 7)))


def open_steps(officer: Officer) -> QuerySet[Step]:
    """Return the open steps of the facility, the handover of a granted leave too; a case officer's of own wards."""
    rows = Step.objects.filter(state=Step.State.OPEN, case__facility=officer.facility_id)
    return rows.filter(case__stay__case_officer=officer) if officer.role == Role.CASE_OFFICER else rows


def rows(officer: Officer, _day: date) -> QuerySet[Step]:
    return open_steps(officer).select_related("case__stay__person")


def _person(step: Step) -> Link:
    person = step.case.stay.person
    return Link(person.name, reverse("desk:person", args=[person.uid]))


def _step(step: Step) -> Link:
    return Link(words.step_name(step.kind), reverse("desk:case", args=[step.case.uid]))


def columns(day: date) -> tuple[Column, ...]:
    def until(step: Step) -> Any:
        if step.due_on is None:
            return Tag(_("Tanpa batas hukum"), "closed")
        return Due(step.due_on, day)

    return (
        Column("batas", _("Jatuh tempo"), until, ("due_on",)),
        Column("kantor", _("Kantor yang berutang"), lambda step: step.get_office_display(), ("office",)),
        Column("langkah", _("Langkah"), _step, ("kind",)),
        Column("hak", _("Hak"), lambda step: words.right_name(step.case.right), ("case__right",)),
        Column("nama", _("Nama"), _person, ("case__stay__person__name",)),
        Column("tanggal", _("Tanggal hak"), lambda step: step.case.date, ("case__date",)),
    )


STEPS = Listing(
    name="langkah",
    title=_("Langkah perkara hak"),
    lead=_("Setiap langkah punya pemilik dan batas waktu. Semua hak gratis."),
    empty=_("Tidak ada langkah yang menunggu. Perkara terbuka sendiri bila suatu hak mendekat."),
    rows=rows,
    columns=columns,
    filters=StepFilter,
    order="batas",
)

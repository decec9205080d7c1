"""All cases of rights, open and ended."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teladan.desk import words
from teladan.desk.lists.column import Column, Due, Link, Tag
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.lists.steps import CLOCKS, due
from teladan.desk.today import today
from teladan.people.models import Officer
from teladan.people.models.facility import Role
from teladan.rights.models import Case, Step
from teladan.rights.queries import case_list


class CaseFilter(ListFilter):
    hak = choice(_("Hak"), words.RIGHT_NAMES.items())
    keadaan = choice(_("Keadaan"), Case.State.choices)
    kantor = choice(_("Kantor yang berutang"), Step.Office.choices)
    waktu = choice(_("Jatuh tempo"), CLOCKS)

    def narrow_hak(self, rows: QuerySet[Case], value: str) -> QuerySet[Case]:
        return rows.filter(right=value)

    def narrow_keadaan(self, rows: QuerySet[Case], value: str) -> QuerySet[Case]:
        return rows.filter(state=value)

    def narrow_kantor(self, rows: QuerySet[Case], value: str) -> QuerySet[Case]:
        return rows.filter(pk__in=_open().filter(office=value).values("case"))

    def narrow_waktu(self, rows: QuerySet[Case], value: str) -> QuerySet[Case]:
        return rows.filter(pk__in=due(_open(), value, today()).values("case"))


def _open() -> QuerySet[Step]:
    return Step.objects.filter(state=Step.State.OPEN)


def rows(officer: Officer, _day: date) -> QuerySet[Case]:
    """Return the cases of the facility; a case officer sees those of own wards."""
    mine = {"case_officer": officer.pk} if officer.role == Role.CASE_OFFICER else {}
    return case_list(officer.facility, mine)  # type: ignore[arg-type]


def step_of(case: Any) -> Step | None:
    return case.open_steps[0] if case.open_steps else None


def columns(day: date) -> tuple[Column, ...]:
    def until(case: Case) -> Any:
        step = step_of(case)
        if step is None:
            return None
        if step.due_on is None:
            return Tag(_("Tanpa batas hukum"), "closed")
        return Due(step.due_on, day)

    return (
        Column("nama", _("Nama"), _name, ("stay__person__name",)),
        Column("hak", _("Hak"), lambda case: words.right_name(case.right), ("right",)),
        Column("tanggal", _("Tanggal hak"), lambda case: case.date, ("date",)),
        Column("besaran", _("Besaran"), lambda case: words.length_words(case.length_days), ("length_days",)),
        Column(
            "keadaan", _("Keadaan"), lambda case: Tag(case.get_state_display(), words.CASE_TAGS[case.state]), ("state",)
        ),
        Column(
            "langkah", _("Langkah sekarang"), lambda case: words.step_name(step.kind) if (step := step_of(case)) else ""
        ),
        Column("kantor", _("Kantor"), lambda case: step.get_office_display() if (step := step_of(case)) else ""),
        Column("batas", _("Jatuh tempo"), until),
    )


def _name(case: Case) -> Link:
    return Link(case.stay.person.name, reverse("desk:case", args=[case.uid]))


CASES = Listing(
    name="perkara-hak",
    title=_("Perkara hak"),
    lead=_("Perkara terbuka sendiri bila suatu hak mendekat. Semua hak gratis."),
    empty=_("Belum ada perkara. Perkara terbuka sendiri bila suatu hak mendekat."),
    rows=rows,
    columns=columns,
    filters=CaseFilter,
    order="tanggal",
)

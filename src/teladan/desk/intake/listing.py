"""Every proposal from a verdict or a row of a sheet, the newest first."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teladan.desk.lists.column import Column, Link, Tag
from teladan.desk.lists.filters import ListFilter, choice
from teladan.desk.lists.listing import Listing
from teladan.desk.words import said
from teladan.people.models import IntakeProposal, Officer

TAGS = {"waiting": "upcoming", "confirmed": "eligible", "rejected": "closed", "unreadable": "blocked"}


class ProposalFilter(ListFilter):
    keadaan = choice(gettext_lazy("Keadaan"), IntakeProposal.State.choices)

    def narrow_keadaan(self, rows: QuerySet[IntakeProposal], value: str) -> QuerySet[IntakeProposal]:
        return rows.filter(state=value)


def rows(officer: Officer, _day: date) -> QuerySet[IntakeProposal]:
    """Return the proposals of the facility without their long texts."""
    found = IntakeProposal.objects.filter(batch__facility=officer.facility_id)
    return found.select_related("batch__made_by").defer("text")


def name_of(proposal: IntakeProposal) -> str:
    """Return the file's name, with the row when it came from a sheet."""
    if proposal.row is None:
        return proposal.file_name
    return _("%(file)s, baris %(row)s") % {"file": proposal.file_name, "row": proposal.row}


def columns(_day: date) -> tuple[Column, ...]:
    return (
        Column("nama", gettext_lazy("Berkas"), _link, ("file_name", "row")),
        Column("keadaan", gettext_lazy("Keadaan"), _state, ("state",)),
        Column("perkara", gettext_lazy("Nomor perkara"), _case_number),
        Column("periksa", gettext_lazy("Yang perlu dilihat"), _problems),
        Column("diterima", gettext_lazy("Diterima"), lambda row: row.batch.made_at.date(), ("batch__made_at",)),
        Column("oleh", gettext_lazy("Oleh"), lambda row: row.batch.made_by, ("batch__made_by__full_name",)),
    )


def _link(proposal: IntakeProposal) -> Link:
    return Link(name_of(proposal), reverse("desk:intake_proposal", args=[proposal.uid]))


def _state(proposal: IntakeProposal) -> Tag:
    return Tag(proposal.get_state_display(), TAGS[proposal.state])


def _case_number(proposal: IntakeProposal) -> str:
    return (proposal.proposal.get("case_number") or {}).get("value") or ""


def _problems(proposal: IntakeProposal) -> Any:
    if proposal.problems:
        return said(proposal.problems[0])
    unsure = len(proposal.proposal.get("unsure", ()))
    return _("%(n)d isian belum pasti") % {"n": unsure} if unsure else ""


PROPOSALS = Listing(
    name="putusan-masuk",
    title=gettext_lazy("Putusan masuk"),
    lead=gettext_lazy(
        "Putusan dibaca oleh program, diperiksa oleh petugas. Tidak ada yang masuk register sebelum itu."
    ),
    empty=gettext_lazy("Belum ada putusan. Unggah berkas putusan di atas; usulannya muncul di sini."),
    rows=rows,
    columns=columns,
    filters=ProposalFilter,
    order="-diterima",
)

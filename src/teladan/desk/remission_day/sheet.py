"""The proposal as a spreadsheet: everybody, in the order of the screen."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from teladan.desk.lists.column import Column
from teladan.desk.words import SHORT_STATUSES, length_words, right_name
from teladan.rights.remission_day import Candidate, Proposal


def why_not(candidate: Candidate) -> str:
    """Return every reason in the reader's language, in one line."""
    language = "en" if get_language() == "en" else "id"
    return candidate.problem or "; ".join(getattr(reason, language) for reason in candidate.reasons)


def _grants(candidate: Candidate) -> str:
    return "; ".join(f"{right_name(each.right)} {length_words(each.days)}" for each in candidate.grants)


def _rung(candidate: Candidate) -> Any:
    return next((grant.rung for grant in candidate.grants if grant.rung), None)


COLUMNS = [
    Column("nama", _("Nama"), lambda row: row.stay.person.name),
    Column("register", _("Register"), lambda row: row.stay.register_number),
    Column("kamar", _("Kamar"), lambda row: row.stay.room),
    Column("keadaan", _("Keadaan"), lambda row: SHORT_STATUSES.get(row.status, row.status)),
    Column("remisi", _("Remisi"), _grants),
    Column("hari", _("Jumlah hari"), lambda row: row.days or None),
    Column("urutan", _("Remisi ke"), _rung),
    Column("bagian", _("Bagian"), lambda row: row.part),
    Column("ekspirasi", _("Ekspirasi sebelum"), lambda row: row.expiry_before),
    Column("sesudah", _("Ekspirasi sesudah"), lambda row: row.expiry_after),
    Column("alasan", _("Alasan"), why_not),
]


def rows(proposal: Proposal) -> Iterator[Candidate]:
    yield from proposal.granted
    yield from proposal.needs_facts
    yield from proposal.not_granted

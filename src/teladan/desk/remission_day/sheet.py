"""The proposal as a spreadsheet: everybody, in the order of the screen."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from teladan.desk.lists.column import Column
from teladan.desk.remission_day.computed import PARTS, Shown
from teladan.desk.remission_day.row import Row
from teladan.desk.words import SHORT_STATUSES, length_words, right_name, said


def why_not(row: Row) -> str:
    """Return every reason in the reader's language, in one line."""
    return row.problem or "; ".join(said({"id": reason.id, "en": reason.en}) for reason in row.reasons)


def _grants(row: Row) -> str:
    return "; ".join(f"{right_name(each.right)} {length_words(each.days)}" for each in row.grants)


COLUMNS = [
    Column("nama", _("Nama"), lambda row: row.name),
    Column("register", _("Register"), lambda row: row.register),
    Column("kamar", _("Kamar"), lambda row: row.room),
    Column("keadaan", _("Keadaan"), lambda row: SHORT_STATUSES.get(row.status, row.status)),
    Column("remisi", _("Remisi"), _grants),
    Column("hari", _("Jumlah hari"), lambda row: row.days or None),
    Column("urutan", _("Remisi ke"), lambda row: row.rung),
    Column("bagian", _("Bagian"), lambda row: row.part),
    Column("ekspirasi", _("Ekspirasi sebelum"), lambda row: row.expiry_before),
    Column("sesudah", _("Ekspirasi sesudah"), lambda row: row.expiry_after),
    Column("alasan", _("Alasan"), why_not),
]


def rows(proposal: Shown) -> Iterator[Row]:
    for part in PARTS:
        yield from getattr(proposal, part)

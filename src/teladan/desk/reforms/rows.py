"""Who moves under a draft: the rows of a page and of a spreadsheet, the worst first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from teladan.desk.lists.column import Column
from teladan.desk.reforms.words import GRADES, way_name
from teladan.faces.words import Text
from teladan.people.models import Stay
from teladan.rights.models import ReformRun


@dataclass(frozen=True)
class Row:
    """One person: when and how they leave under both laws."""

    stay: Stay
    grade: str
    days: int | None
    before: date | None
    after: date | None
    way_before: Text
    way_after: Text

    @property
    def words(self) -> Text:
        return GRADES[self.grade]


def rows_of(run: ReformRun, moved: Sequence[Any]) -> Iterator[Row]:
    """Yield these entries of a result with their people, in one query."""
    stays = Stay.objects.select_related("person").in_bulk([each[0] for each in moved])
    for stay, grade, days, before, after, way_before, way_after in moved:
        if stay in stays and stays[stay].facility_id == run.facility_id:
            yield Row(stays[stay], grade, days, _day(before), _day(after), way_name(way_before), way_name(way_after))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


COLUMNS = [
    Column("nama", _("Nama"), lambda row: row.stay.person.name),
    Column("register", _("Register"), lambda row: row.stay.register_number),
    Column("akibat", _("Akibat"), lambda row: row.words),
    Column("hari", _("Bergeser (hari)"), lambda row: row.days),
    Column("sekarang", _("Keluar menurut aturan sekarang"), lambda row: row.before),
    Column("cara", _("Dengan"), lambda row: row.way_before),
    Column("rancangan", _("Keluar menurut rancangan"), lambda row: row.after),
    Column("cara-rancangan", _("Dengan, menurut rancangan"), lambda row: row.way_after),
]

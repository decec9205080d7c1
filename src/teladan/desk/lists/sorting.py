"""Sorting by a column's heading: `?urut=name`, `?urut=-name`."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from teladan.desk.lists.column import Column


@dataclass(frozen=True)
class Sorting:
    """The column a list is sorted by, and which way."""

    key: str
    down: bool

    @property
    def value(self) -> str:
        return f"-{self.key}" if self.down else self.key

    def turned(self, key: str) -> str:
        """Return the value of `urut` that a press on a heading asks for."""
        return f"-{key}" if key == self.key and not self.down else key

    def aria(self, key: str) -> str:
        if key != self.key:
            return "none"
        return "descending" if self.down else "ascending"


def chosen(asked: str, columns: list[Column], default: str) -> Sorting:
    """Return the sorting asked for, or the default when the column is unknown, hidden or not sortable."""
    sortable = {column.key for column in columns if column.order}
    value = asked if asked.removeprefix("-") in sortable else default
    return Sorting(value.removeprefix("-"), value.startswith("-"))


def ordered(rows: QuerySet[Any], sorting: Sorting, columns: list[Column]) -> QuerySet[Any]:
    """Return rows in order; empty values last either way, the key as tie-break so that pages never overlap."""
    fields = next((column.order for column in columns if column.key == sorting.key), ())
    terms = [F(field).desc(nulls_last=True) if sorting.down else F(field).asc(nulls_last=True) for field in fields]
    return rows.order_by(*terms, "pk")

"""What a list is: its columns, its rows, its filters, and what it says when it is empty."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from teladan.desk.lists.column import Column, Text
from teladan.desk.lists.filters import ListFilter
from teladan.desk.roles import may
from teladan.people.models import Officer


@dataclass(frozen=True)
class Listing:
    """`rows(officer, day)` gives the rows of the officer's own facility; `columns(day)` what is shown of each."""

    name: str
    title: Text
    lead: Text
    empty: Text
    rows: Callable[[Officer, date], QuerySet[Any]]
    columns: Callable[[date], tuple[Column, ...]]
    filters: type[ListFilter]
    order: str
    searchable: bool = False
    action: tuple[str, Text, str] | None = None  # an address to start new work, its words, who may

    def columns_for(self, officer: Officer, day: date) -> list[Column]:
        """Return the columns that this officer may see."""
        return [column for column in self.columns(day) if not column.permission or may(officer, column.permission)]

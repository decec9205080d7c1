"""The tables of the register: as they are, or as they were at a moment, out of their history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, QuerySet, Subquery

if TYPE_CHECKING:
    import datetime as dt

    from teladan.people.models.base import Recorded

# Rows of a model, by the names of its columns; a row's own key is `id` in both.
Tables = Callable[["type[Recorded]"], "QuerySet[Any]"]
REMOVED = "-"


def present(model: type[Recorded]) -> QuerySet[Any]:
    """Return the rows as they are now."""
    return model._default_manager.all()  # noqa: SLF001


def known_before(moment: dt.datetime) -> Tables:
    """Return the tables as they were just before a moment: what was entered, changed or removed since is undone."""

    def rows(model: type[Recorded]) -> QuerySet[Any]:
        history = model.history.model._default_manager.filter(history_date__lt=moment)  # noqa: SLF001
        last = history.filter(id=OuterRef("id")).order_by("-history_date", "-history_id").values("history_id")[:1]
        found: QuerySet[Any] = history.filter(history_id=Subquery(last)).exclude(history_type=REMOVED)
        return found

    return rows

"""The register as it was known at the end of a day: later entries, corrections and removals undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from teladan.people.models import Person, Sentence, Stay, Verdict
from teladan.people.queries.fact_rows import SOURCES
from teladan.people.queries.facts import facts_of
from teladan.people.queries.tables import known_before, present

if TYPE_CHECKING:
    import datetime as dt

    from teladan.people.models.base import Recorded
    from teladan.people.queries.tables import Tables

# Every table that facts are read from: a test reads them out of the queries themselves.
FACT_MODELS: tuple[type[Recorded], ...] = (
    Person,
    Stay,
    Verdict,
    Sentence,
    *(source.model for source in SOURCES.values()),
)


@dataclass(frozen=True)
class Known:
    """A stay as the register knew it just before a moment, with its person; facts are asked of it for any day."""

    stay: Stay
    moment: datetime
    tables: Tables

    def facts(self, as_of: dt.date) -> dict[str, Any]:
        """Return the facts of that time, as `facts_of` writes them, judged on `as_of`."""
        return facts_of([self.stay], as_of, self.tables)[0]


def end_of(day: dt.date) -> datetime:
    """Return the moment a day has ended, in the prison's time zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def known_on(stay: int, day: dt.date) -> Known | None:
    """Return the stay of this key as it was known at the end of a day; None when the register did not have it yet."""
    moment = end_of(day)
    tables = known_before(moment)
    line = tables(Stay).filter(id=stay).first()
    if line is None:
        return None
    found: Stay = line.instance
    found.person = tables(Person).get(id=found.person_id).instance
    return Known(found, moment, tables)


def without_history(stay: Stay) -> list[str]:
    """Return which rows of a stay (`model:key`) no history knows: filled in past the program, they cannot be dated."""
    return [
        f"{model._meta.model_name}:{key}"  # noqa: SLF001
        for model in FACT_MODELS
        for key in _rows_of(model, stay)
        .filter(~Exists(model.history.filter(id=OuterRef("pk"))))
        .values_list("pk", flat=True)
    ]


def _rows_of(model: type[Recorded], stay: Stay) -> Any:
    rows = present(model).order_by("pk")
    if model is Person:
        return rows.filter(pk=stay.person_id)
    if model is Stay:
        return rows.filter(pk=stay.pk)
    return rows.filter(verdict__stay=stay) if model is Sentence else rows.filter(stay=stay)

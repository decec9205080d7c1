"""A stay with everything that belongs to it, in memory: what the checks look at, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from teladan.people.models import (
    Absence,
    Certificate,
    ConductReport,
    Detention,
    Discipline,
    Movement,
    Person,
    Programme,
    Remission,
    RiskAssessment,
    Sentence,
    Stay,
    Verdict,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from teladan.people.models.base import Recorded

LISTS: tuple[type[Recorded], ...] = (
    Detention,
    Absence,
    Movement,
    Verdict,
    Sentence,
    Remission,
    Certificate,
    ConductReport,
    Discipline,
    RiskAssessment,
    Programme,
)


@dataclass(frozen=True)
class Whole:
    """A stay, its person and its rows by model."""

    stay: Stay
    person: Person
    rows: dict[type[Recorded], list[Any]]

    def of(self, model: type[Recorded]) -> list[Any]:
        """Return the rows of one model."""
        return self.rows.get(model, [])

    @property
    def custody_start(self) -> dt.date:
        """The first day held, by the detention orders, else the day of admission."""
        starts = [detention.start for detention in self.of(Detention)]
        return min([*starts, self.stay.admitted_on])

    def with_row(self, row: Recorded) -> Whole:
        """Return the same with `row` added, or put in the place of its older self."""
        if isinstance(row, Stay):
            return replace(self, stay=row)
        if isinstance(row, Person):
            return replace(self, person=row)
        return self._with(type(row), [*self._others(row), row])

    def without(self, row: Recorded) -> Whole:
        """Return the same without `row`."""
        return self._with(type(row), self._others(row))

    def _others(self, row: Recorded) -> list[Any]:
        return [other for other in self.of(type(row)) if row.pk is None or other.pk != row.pk]

    def _with(self, model: type[Recorded], rows: list[Any]) -> Whole:
        return replace(self, rows=self.rows | {model: rows})


def whole_of(stay: Stay, models: Iterable[type[Recorded]] = LISTS) -> Whole:
    """Read one stay whole, or only its rows of these models."""
    return wholes_of([stay], models)[stay.pk]


def wholes_of(stays: Iterable[Stay], models: Iterable[type[Recorded]] = LISTS) -> dict[int, Whole]:
    """Read stays whole, by primary key, in one query a table however many there are."""
    stays = list(stays)
    found: dict[int, dict[type[Recorded], list[Any]]] = {stay.pk: defaultdict(list) for stay in stays}
    for model in models:
        for row in _rows(model, list(found)):
            found[_stay_of(row)][model].append(row)
    return {stay.pk: Whole(stay, stay.person, dict(found[stay.pk])) for stay in stays}


def _rows(model: type[Recorded], stays: list[int]) -> Iterable[Any]:
    if model is Sentence:
        return Sentence.objects.filter(verdict__stay_id__in=stays).select_related("verdict")
    rows: QuerySet[Any] = model._default_manager.all()  # noqa: SLF001 - Django's own public name
    return rows.filter(stay_id__in=stays)


def _stay_of(row: Any) -> int:
    return row.verdict.stay_id if isinstance(row, Sentence) else row.stay_id

"""Every change of a stay and its rows: when, who, which field, old, new, why."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, F, Field, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from teladan.people.models import Document, Person, Sentence, Stay, Verdict
from teladan.people.row_values import OWN
from teladan.people.whole import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from teladan.people.models.base import Recorded

MODELS: tuple[type[Recorded], ...] = (Person, Stay, *LISTS, Document)
# A row that another row points to is shown by its name, not by a number; a verdict also after it was taken out.
SHOWN = {
    "case_officer": F("case_officer__full_name"),
    "verdict": Subquery(Verdict.history.filter(id=OuterRef("verdict_id")).values("case_number")[:1]),
}
KINDS = {"+": "added", "~": "changed", "-": "removed"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: its name, its label in the reader's language, the value before and after (None: none)."""

    name: str
    label: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one row. `row` is `model:pk`, `kind` added, changed or removed; `who` is empty for the program."""

    at: datetime
    who: str
    model: str
    label: str
    row: str
    kind: str
    version: int
    fields: tuple[FieldChange, ...]
    why: str


def history_of(stay: Stay) -> list[Change]:
    """Return every change of the stay, its person and its rows, the newest first: one query."""
    recorded = [_recorded(model, _of_stay(model, stay)) for model in MODELS]
    first, *rest = recorded
    return _changes(first.union(*rest, all=True), MODELS)


def changes_since(row: Recorded, version: int) -> list[Change]:
    """Return what was done to a row after `version`, the newest first."""
    changes = _changes(_recorded(type(row), Q(id=row.pk)), [type(row)])
    return [change for change in changes if change.version > version]


def _of_stay(model: type[Recorded], stay: Stay) -> Q:
    if model is Person:
        return Q(id=stay.person_id)
    if model is Stay:
        return Q(id=stay.pk)
    if model is Sentence:
        verdicts = Verdict.history.filter(stay_id=stay.pk).values("id")  # also of verdicts taken out since
        return Q(verdict_id__in=verdicts)
    return Q(stay_id=stay.pk)


def _recorded(model: type[Recorded], condition: Q) -> QuerySet[Any]:
    content = {name: SHOWN.get(name, F(found.attname)) for name, found in _fields(model).items()}
    rows = model.history.filter(condition).order_by()
    return rows.values_list(
        Value(model._meta.model_name, output_field=CharField()),  # noqa: SLF001
        "id",
        "history_id",
        "history_date",
        "history_type",
        "version",
        "history_change_reason",
        Coalesce("history_user__full_name", Value("")),
        Cast(JSONObject(**content), TextField()),
    )


def _fields(model: type[Recorded]) -> dict[str, Field[Any, Any]]:
    concrete = model._meta.concrete_fields  # noqa: SLF001
    return {found.name: found for found in concrete if found.name not in OWN}


def _changes(recorded: Iterable[tuple[Any, ...]], models: Iterable[type[Recorded]]) -> list[Change]:
    by_name = {model._meta.model_name: model for model in models}  # noqa: SLF001
    by_row: dict[tuple[str, int], list[tuple[Any, ...]]] = defaultdict(list)
    for entry in recorded:
        by_row[entry[0], entry[1]].append(entry)
    found = [change for entries in by_row.values() for change in _row_changes(by_name[entries[0][0]], entries)]
    return [change for _, change in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _row_changes(model: type[Recorded], entries: list[tuple[Any, ...]]) -> Iterable[tuple[Any, Change]]:
    before: dict[str, Any] = {}
    for entry in sorted(entries, key=lambda entry: entry[2]):
        name, key, number, at, kind, version, why, who, content = entry
        now = {} if kind == "-" else json.loads(content)
        yield (
            (at, number),
            Change(
                at=at,
                who=who,
                model=name,
                label=str(model._meta.verbose_name),  # noqa: SLF001
                row=f"{name}:{key}",
                kind=KINDS[kind],
                version=version,
                fields=tuple(_differences(model, before, now)),
                why=why,
            ),
        )
        before = now


def _differences(model: type[Recorded], before: dict[str, Any], now: dict[str, Any]) -> Iterable[FieldChange]:
    for name, found in _fields(model).items():
        old, new = before.get(name), now.get(name)
        if old != new and (old or new):
            yield FieldChange(name, str(found.verbose_name), _value(found, old), _value(found, new))


def _value(found: Field[Any, Any], value: Any) -> Any:
    """Give a value out of the database's JSON its type again, and a choice its label."""
    if value is None or value == "" or found.is_relation:
        return value
    kind = found.get_internal_type()
    if kind == "DateTimeField":
        return _moment(value)
    if kind == "JSONField":
        return json.loads(value) if isinstance(value, str) else value
    if found.choices:
        return str(dict(found.flatchoices).get(value, value))
    return found.to_python(value)


def _moment(value: str) -> datetime | None:
    at = parse_datetime(value)
    return timezone.make_aware(at, UTC) if at and timezone.is_naive(at) else at

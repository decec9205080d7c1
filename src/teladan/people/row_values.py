"""The values of a row: which an officer may set, how they are set, how they are written for a digest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import Field, ForeignKey
from django.utils import translation

from teladan.people.problems import Problem, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teladan.people.models.base import Recorded

# Set by the register itself, never by a form.
OWN = {"id", "uid", "version", "search_key", "stay", "person", "facility", "sha256", "file", "added_at", "added_by"}


def fields_of(model: type[Recorded]) -> dict[str, Field[Any, Any]]:
    """Return the fields an officer may set, by name."""
    concrete = model._meta.concrete_fields  # noqa: SLF001
    return {found.name: found for found in concrete if found.name not in OWN}


def assign(row: Recorded, values: Mapping[str, Any]) -> set[str]:
    """Set the values on the row; return the names of those that differ from before.

    Raises TypeError for a name that is not a field of the row: a slip of the program, not of the officer.
    """
    fields = fields_of(type(row))
    if unknown := set(values) - set(fields):
        raise TypeError(f"{type(row).__name__} has no field {', '.join(sorted(unknown))} to set")
    values = {name: _none_for_empty(fields[name], value) for name, value in values.items()}
    changed = {name for name, value in values.items() if not _same(fields[name], row, value)}
    for name in changed:
        setattr(row, name, values[name])
    return changed


def shape_problems(row: Recorded, names: Iterable[str]) -> list[Problem]:
    """Turn the values into their types and return those that do not fit their fields."""
    names = set(names)
    # Whether a related row exists is the database's question, asked at the write.
    skipped = [found.name for found in row._meta.fields if found.name not in names or found.is_relation]  # noqa: SLF001
    try:
        row.clean_fields(exclude=skipped)
    except ValidationError as refused:
        return [_problem(row, name, errors) for name, errors in refused.error_dict.items()]
    return []


def content_of(row: Recorded) -> dict[str, Any]:
    """Return every stored value of the row as strings, integers, lists and null: what its digest is made of."""
    concrete = row._meta.concrete_fields  # noqa: SLF001
    return {found.attname: _plain(getattr(row, found.attname)) for found in concrete if found.attname != "id"}


def _none_for_empty(found: Field[Any, Any], value: Any) -> Any:
    return None if value == "" and found.null else value


def _same(found: Field[Any, Any], row: Recorded, value: Any) -> bool:
    if isinstance(found, ForeignKey):
        return getattr(row, found.attname) == getattr(value, "pk", value)
    try:
        return bool(found.to_python(value) == getattr(row, found.attname))
    except ValidationError:
        return False


def _problem(row: Recorded, name: str, errors: list[ValidationError]) -> Problem:
    words = {}
    for language in ("id", "en"):
        with translation.override(language):
            words[language] = " ".join(str(text) for error in errors for text in error.messages)
    return Problem(name_of(row), name, errors[0].code or "invalid", words["id"], words["en"])


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | list | dict):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else str(value)

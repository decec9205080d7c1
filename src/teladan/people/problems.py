"""What the register refuses, in words: which field, what is wrong, what to do, in Indonesian and English."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in `row` (`detention:12`, `detention:new`), in `field` (empty: the whole row)."""

    row: str
    field: str
    code: str
    id: str
    en: str

    @property
    def text(self) -> str:
        """The message in the reader's language."""
        return self.en if (get_language() or "id").startswith("en") else self.id

    def __str__(self) -> str:
        return self.text


def problem(row: Any, field: str, code: str, id: str, en: str, **values: Any) -> Problem:  # noqa: A002
    """Return a Problem; dates among `values` are written as each language writes them."""
    return Problem(name_of(row), field, code, _fill(id, values, "id"), _fill(en, values, "en"))


def name_of(row: Any) -> str:
    """Return `model:pk` of a row, `model:new` before it is kept, empty for none."""
    return f"{row._meta.model_name}:{row.pk or 'new'}" if row is not None else ""  # noqa: SLF001


def day(date: dt.date, language: str) -> str:
    """Return a date in words, such as 17 Agustus 2026."""
    return format_date(date, "d MMMM yyyy", locale=language)


def _fill(text: str, values: dict[str, Any], language: str) -> str:
    written = {name: day(value, language) if isinstance(value, dt.date) else value for name, value in values.items()}
    return text.format(**written)

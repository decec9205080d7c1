"""What a rights service refuses, in both languages, with what to do."""

from typing import Any

from teladan.people.errors import Refused, Stale
from teladan.people.problems import problem

__all__ = ["RightsError", "Stale"]


class RightsError(Refused):
    """An act that may not be done; nothing was written. `problems` holds the sentence, as in the register."""

    def __init__(self, row: Any, code: str, *, id: str, en: str, field: str = "", **values: Any) -> None:  # noqa: A002
        self.code = code
        super().__init__([problem(row, field, code, id, en, **values)])

    def __str__(self) -> str:
        return self.problems[0].text

"""Reading JSON: every value is checked, every error names the field and says what is expected."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from teladan.law import refusals
from teladan.law.terms import Term

T = TypeVar("T")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
HOW = "YYYY-MM-DD"
HOW_TO = f"expected a date written {HOW}"
FIRST_YEAR, LAST_YEAR = 1900, 2200
LONGEST = 100  # years; a longer term is a slip of the pen
MOST = 1_000  # items of a list: more than anybody has, and few enough to be assessed at once


class FactsError(ValueError):
    """Facts that cannot be used: `field` is the path of the value, `message` says in English what is expected.

    Values named in braces are given beside the message, so that it can also be said in Indonesian (`text`).
    """

    def __init__(self, field: str, message: str, **values: object) -> None:
        self.field = field
        self.message = refusals.filled(message, values)
        self.pattern, self.values = message, values
        super().__init__(f"{field}: {self.message}" if field else self.message)

    @property
    def text(self) -> dict[str, str]:
        """The message in Indonesian (`id`) and English (`en`)."""
        return {"id": refusals.in_indonesian(self.pattern, self.values), "en": self.message}


def mapping(value: Any, field: str, known: Iterable[str]) -> Mapping[str, Any]:
    """An object with no other fields than the known ones."""
    if not isinstance(value, Mapping):
        raise FactsError(field, "expected an object { }")
    names = tuple(known)
    for name in value:
        if name not in names:
            raise _unknown(str(name), field, names)
    return value


def _unknown(name: str, field: str, names: Sequence[str]) -> FactsError:
    path = f"{field}.{name}" if field else name
    if near := difflib.get_close_matches(name, names, n=1):
        return FactsError(path, "unknown field; did you mean '{near}'?", near=near[0])
    return FactsError(path, "unknown field; expected one of: {names}", names=", ".join(names))


def items(value: Any, field: str, read: Callable[[Any, str], T], most: int = MOST) -> tuple[T, ...]:
    """A list, each item read under its own path; refused as a whole when it is too long."""
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise FactsError(field, "expected a list [ ]")
    if len(value) > most:
        raise FactsError(field, "expected at most {most} items, found {found}", most=most, found=len(value))
    return tuple(read(item, f"{field}[{i}]") for i, item in enumerate(value))


def date(value: Any, field: str) -> dt.date:
    """An ISO date that exists."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    found = _written(value) if isinstance(value, str) and len(value) == len(HOW) else HOW_TO
    if isinstance(found, str):
        raise FactsError(field, found, text=value)
    return found


@lru_cache(maxsize=2**16)  # the same days stand in the lists of thousands
def _written(text: str) -> dt.date | str:
    """The date, or what is wrong with the text."""
    if not DATE.fullmatch(text):
        return HOW_TO
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        return "{text} is not a date that exists"
    return found if 1900 <= found.year <= 2200 else "{text} is outside 1900 to 2200"


def date_or_none(value: Any, field: str) -> dt.date | None:
    """An ISO date, or null."""
    return None if value is None else date(value, field)


def code(value: Any, field: str, codes: Sequence[str]) -> str:
    """One of a list of codes."""
    if value not in codes or not isinstance(value, str):
        names = ", ".join(codes)
        if near := difflib.get_close_matches(str(value), codes, n=1):
            raise FactsError(field, "expected one of: {names} (did you mean '{near}'?)", names=names, near=near[0])
        raise FactsError(field, "expected one of: {names}", names=names)
    return value


def whole(value: Any, field: str, most: int) -> int:
    """A whole number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise FactsError(field, "expected a whole number")
    if not 0 <= value <= most:
        raise FactsError(field, "expected a whole number from 0 to {most}", most=most)
    return value


def term(value: Any, field: str) -> Term:
    """A length of time; absent parts are 0."""
    parts = mapping(value, field, ("years", "months", "days"))
    return Term(
        years=whole(parts.get("years", 0), f"{field}.years", LONGEST),
        months=whole(parts.get("months", 0), f"{field}.months", 12 * LONGEST),
        days=whole(parts.get("days", 0), f"{field}.days", 366 * LONGEST),
    )


def positive_term(value: Any, field: str) -> Term:
    """A length of time longer than nothing."""
    found = term(value, field)
    if found.total == 0:
        raise FactsError(field, "expected a length longer than zero")
    return found


def text(value: Any, field: str) -> str:
    """A string."""
    if not isinstance(value, str):
        raise FactsError(field, "expected a text")
    return value


def required(values: Mapping[str, Any], name: str, field: str) -> Any:
    """A value that must be there."""
    if name not in values:
        raise FactsError(f"{field}.{name}" if field else name, "is required")
    return values[name]


def optional(values: Mapping[str, Any], name: str, field: str, check: Any, *more: Any) -> Any:
    """A value that may be absent or null."""
    return None if values.get(name) is None else check(values[name], f"{field}.{name}", *more)


def in_order(first: dt.date, last: dt.date | None, field: str, word: str) -> None:
    """Refuse an end before its start."""
    if last is not None and last < first:
        raise FactsError(field, "{last} is before {word} {first}", last=last, word=word, first=first)

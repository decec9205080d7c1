"""Arrow arrays as the numbers of the law's columns. What cannot be read becomes a number that nobody may have.

`law.column_checks` then doubts the row, and it is read by itself, in the words of `law.facts`.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from teladan.law import articles
from teladan.law.column_checks import FIRST, LAST
from teladan.law.fact_sentences import MOST_ARTICLES
from teladan.law.reading import FactsError
from teladan.law.reading import date as read_date
from teladan.law.terms import NONE, Codes, Days, Flags, day_of

Values = NDArray[np.int64]
WRONG: Final = -2  # no code and no number is this


def child(values: pa.StructArray, name: str) -> pa.Array | None:
    """Return one field of structs, empty where the struct is; None where the file has no such field."""
    if pa.types.is_null(values.type):
        return None
    place = values.type.get_field_index(name)
    return None if place < 0 else values.flatten()[place]


def there(values: pa.Array | None, size: int) -> Flags:
    """Where a value is not empty."""
    if values is None:
        return np.zeros(size, np.bool_)
    return pc.is_valid(values).to_numpy(zero_copy_only=False)


def days(values: pa.Array | None, size: int, empty: int) -> Days:
    """Dates as day numbers: `empty` where there is none, NONE where it is outside the years of the law."""
    if values is None or pa.types.is_null(values.type):
        return np.full(size, empty, np.int64)
    if not pa.types.is_date32(values.type):
        return _looked_up(values, size, _day, empty, NONE)
    found = pc.fill_null(values.cast(pa.int32()), 0).to_numpy(zero_copy_only=False).astype(np.int64)
    found = np.where((found >= FIRST) & (found <= LAST), found, NONE)
    return np.where(there(values, size), found, empty)


def months(values: pa.Array | None, size: int) -> Days:
    """Months as the number of their first day."""
    return _looked_up(values, size, _month, NONE, NONE)


def codes(values: pa.Array | None, size: int, names: tuple[str, ...], empty: int = WRONG) -> Values:
    """Codes as their place in the list."""
    return _looked_up(values, size, {name: place for place, name in enumerate(names)}.get, empty, WRONG)


def citizens(values: pa.Array | None, size: int) -> Values:
    """Countries: 1 Indonesia, 0 another, -1 not known."""
    return _looked_up(values, size, _citizen, -1, WRONG)


def whole(values: pa.Array | None, size: int, empty: int) -> Values:
    """Whole numbers; what is under 0 is WRONG, so that it is never taken for `empty`."""
    if values is None or pa.types.is_null(values.type):
        return np.full(size, empty, np.int64)
    found = pc.fill_null(values, 0).cast(pa.int64(), safe=False).to_numpy(zero_copy_only=False)
    return np.where(there(values, size), np.where(found < 0, WRONG, found), empty)


def article_bits(values: pa.Array | None, size: int) -> Values:
    """What the articles of each sentence say (`law.articles`): sentences with the same articles are asked once."""
    found = np.zeros(size, np.int64)
    if values is not None and not pa.types.is_null(values.type):
        for place, written in enumerate(values.to_pylist()):
            if written:
                found[place] = _bits(tuple(written))
    return found


@cache
def _bits(written: tuple[str | None, ...]) -> int:
    usable = len(written) <= MOST_ARTICLES and None not in written
    return articles.flags(text for text in written if text) if usable else WRONG


def _looked_up(
    values: pa.Array | None, size: int, meaning: Callable[[str], int | None], empty: int, wrong: int
) -> Values:
    """Each different text is looked up once."""
    if values is None or pa.types.is_null(values.type):
        return np.full(size, empty, np.int64)
    coded = values if pa.types.is_dictionary(values.type) else values.dictionary_encode()
    texts: Iterable[Any] = coded.dictionary.to_pylist()
    found = [wrong if text is None or (place := meaning(text)) is None else place for text in texts]
    table = np.array([*found, empty], np.int64)
    place = pc.fill_null(coded.indices.cast(pa.int64()), len(table) - 1).to_numpy(zero_copy_only=False)
    return table[place]


def _day(text: str) -> int | None:
    try:
        return day_of(read_date(text, ""))
    except FactsError:
        return None


def _month(text: str) -> int | None:
    return _day(f"{text}-01") if len(text) == 7 else None


def _citizen(text: str) -> int | None:
    country = len(text) == 2 and text.isascii() and text.isupper()
    return int(text == "ID") if country else None


__all__ = ["Codes", "article_bits", "child", "citizens", "codes", "days", "months", "there", "whole"]

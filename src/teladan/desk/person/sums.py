"""The sum behind one date, line by line."""

from collections.abc import Mapping
from typing import Any


def of_date(explained: Mapping[str, Any], code: str) -> list[Mapping[str, Any]]:
    """Return the lines of the law's sum that lead to one date, the last of them the result."""
    del code
    return list(explained.get("sums", ()))


def by_date(explained: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return all lines of the law's sum in order."""
    return list(explained.get("sums", ()))

"""placeholder"""

from typing import Any


def sums(s: Any, row: int) -> list[Any]:
    return []

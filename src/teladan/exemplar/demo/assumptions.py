"""What the demo assumes: one home for every number, each with its basis, shown in `docs/demo.md`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "assumptions.toml"
BASES = ("published", "counted", "derived", "law", "assumption")


@cache
def entries() -> dict[str, dict[str, Any]]:
    """Return every entry of `assumptions.toml` by its key."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def assumed(key: str) -> Any:
    """Return the value of one entry; an unknown key is an error."""
    return entries()[key]["value"]

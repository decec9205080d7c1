"""Which golden cases hold a version of a rule: `golden.json`, made by `python -m tests.pins` from the cases themselves.

A case holds a version when what it expects would be another if the version answered otherwise. The cases are not part
of an installation, their names are.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).parent / "golden.json"
ANSWERS: Final = ("met", "not_met", "unknown", "expected")  # a right, a number, a convention is expected
Pins = Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def pins() -> Pins:
    """By version, by answer: the names of the cases, `folder/file`."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    names = kept["cases"]
    return {
        version: {answer: tuple(names[place] for place in places) for answer, places in answers.items()}
        for version, answers in kept["pins"].items()
    }


def cases_of(version: str) -> Mapping[str, tuple[str, ...]]:
    """The cases that hold a version, by the answer they expect; nothing where none does."""
    return pins().get(version, {})

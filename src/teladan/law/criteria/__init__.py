"""One criterion, one file. Importing this joins each with its wording and fails when either is missing."""

import importlib
import pkgutil
from typing import Any, Final

from teladan.law import regulations
from teladan.law.criterion import Criterion, criterion
from teladan.law.regulations import LawError

FILES: Final = ("criteria_sentence", "criteria_time", "criteria_conduct", "criteria_special")


def _wordings() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for file in FILES:
        for name, entry in regulations.table(file).items():
            if name in found:
                raise LawError(f"criterion {name} is worded twice")
            found[name] = entry
    return found


def _load() -> dict[str, Criterion]:
    wordings = _wordings()
    modules = [m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith(("_", "tests"))]
    if without := set(wordings) - set(modules):
        raise LawError(f"criteria with wording but no code: {', '.join(sorted(without))}")
    found = {}
    for name in sorted(modules):
        module = importlib.import_module(f"{__name__}.{name}")
        found[name] = criterion(name, module, wordings.get(name))
    if len(found) > 64:
        raise LawError("more than 64 criteria: the reason bits do not fit")
    return found


REGISTRY: Final = _load()
CRITERIA: Final = tuple(REGISTRY)  # the position of a name is its reason bit

"""The rights: each a short list of criteria and a plan of its date, joined with its dated law at import."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from teladan.law import regulations
from teladan.law.criteria import REGISTRY
from teladan.law.criterion import Plan
from teladan.law.regulations import LawError, Version, versions
from teladan.law.situation import Situation

NAMES: Final = (
    "general_remission",
    "religious_remission",
    "additional_remission",
    "decade_remission",
    "humanitarian_remission",
    "late_remission",
    "child_reduction",
    "assimilation",
    "home_assimilation",
    "family_leave",
    "parole",
    "pre_release_leave",
    "conditional_leave",
)


@dataclass(frozen=True, slots=True)
class Right:
    """`scope`: remission or leave; criteria may have another law for each."""

    name: str
    scope: str
    title: Mapping[str, str]
    criteria: tuple[str, ...]
    plan: Callable[[Situation, Version], Plan]
    laws: tuple[Version, ...]

    def asks(self, rule: Version) -> tuple[str, ...]:
        """The conditions under one version of its law: a draft may take some out and put others in."""
        gone, more = (rule.numbers.get(name, ()) for name in ("no_longer_asks", "also_asks"))
        kept = [name for name in self.criteria if name not in gone]
        return (*kept, *(name for name in more if name not in kept))


def _load(name: str) -> Right:
    module = importlib.import_module(f"{__name__}.{name}")
    entry = {**regulations.table("remissions"), **regulations.table("leaves")}.get(name)
    if entry is None:
        raise LawError(f"right {name} has code but no law in the regulation files")
    if missing := [c for c in module.CRITERIA if c not in REGISTRY]:
        raise LawError(f"right {name} asks for criteria that do not exist: {', '.join(missing)}")
    laws = versions(entry["rule"], f"right {name}")
    return Right(name, module.SCOPE, entry["title"], module.CRITERIA, module.plan, laws)


RIGHTS: Final = {name: _load(name) for name in NAMES}
if unused := set(REGISTRY) - {c for right in RIGHTS.values() for c in right.criteria}:
    raise LawError(f"criteria that no right asks: {', '.join(sorted(unused))}")

"""Counting conventions: what the law leaves open, as named switches (`regulations/conventions.toml`)."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from teladan.law import regulations


def _defaults() -> dict[str, str]:
    return {name: entry["default"] for name, entry in regulations.table("conventions").items()}


@dataclass(frozen=True)
class Conventions:
    """Chosen options by switch; a switch not named has its default."""

    chosen: Mapping[str, str] = field(default_factory=_defaults)

    def __getitem__(self, name: str) -> str:
        return self.chosen[name]

    def changed(self) -> dict[str, str]:
        """The switches that are not at their default."""
        usual = _defaults()
        return {name: option for name, option in self.chosen.items() if option != usual[name]}


def choose(**switches: str) -> Conventions:
    """Conventions with some switches set; ValueError names an unknown switch or option."""
    known = regulations.table("conventions")
    for name, option in switches.items():
        if name not in known:
            raise ValueError(f"no switch {name!r}{_near(name, known)}")
        if option not in known[name]["options"]:
            options = ", ".join(known[name]["options"])
            raise ValueError(f"switch {name}: expected one of {options}, not {option!r}")
    return Conventions({**_defaults(), **switches})


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def describe() -> Mapping[str, Mapping[str, Any]]:
    """Every switch with its question, text, options, default and citation."""
    return regulations.table("conventions")


DEFAULT: Final = Conventions()

"""What a criterion is: a question with three answers, its wording and its law.

The question is a pure function in `criteria/NAME.py`; its wording and dated law are the table `NAME` of a
regulation file. One without the other is an error at import.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from teladan.law.codes import BLOCKED, EXCLUDED, MET, TIME, UNKNOWN
from teladan.law.regulations import LawError, Version, versions
from teladan.law.terms import Codes, Days, Flags

if TYPE_CHECKING:
    from teladan.law.situation import Situation


class Value(NamedTuple):
    """A value to show, one a person (or one for all): `kind` says how it is written.

    Kinds: date, days (a number of days), term (days shown as months and days), number, rupiah, month, or
    word:LIST with the positions in a list of codes.
    """

    kind: str
    data: Any


class Answer(NamedTuple):
    """`code` per person: MET, TIME, UNKNOWN, BLOCKED, EXCLUDED. `applies`: whom the question concerns at all."""

    code: Codes
    needs: Value | None = None
    has: Value | None = None
    applies: Flags | None = None
    says: Mapping[str, Value] = {}
    variant: tuple[tuple[str, ...], Any] | None = None  # names of other wordings and which is used; 0: the usual


class Plan(NamedTuple):
    """When a right would take effect, before its conditions are asked. Arrays of shape (n,)."""

    day: Days  # the day on which the conditions must hold: the ordinary date, not before `as_of`
    date: Days  # first possible day; NONE where it cannot be computed
    length: Days  # days, -1 where it cannot be computed
    ends: Days
    last_check: Days  # day on which the principal term must still run
    window: Days  # days without a violation that are needed
    day_known: Flags
    closed: Flags
    says: Mapping[str, Value]  # more about the right, shown beside it
    needs: Mapping[str, Days]  # days that time criteria ask for


class Case(NamedTuple):
    """What a criterion may look at."""

    s: "Situation"
    right: str
    scope: str  # remission or leave
    rule: Version  # the right's own numbers in force
    law: Version  # the criterion's law in force
    plan: Plan


Check = Callable[[Case], Answer]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition. `facts`: the fields it is decided from.

    `looks_at`: the parts of a right's plan that decide it (none: the same for every right of a scope); None: any.
    """

    name: str
    check: Check
    looks_at: tuple[str, ...] | None
    title: Mapping[str, str]
    facts: tuple[str, ...]
    wording: Mapping[str, Mapping[str, str]]
    laws: tuple[Version, ...]


OUTSIDE = ("title", "facts", "law", "rule")
NOT_APPLICABLE = "not_applicable"
NEEDED = ("met", "not_met")


def criterion(name: str, module: Any, entry: Mapping[str, Any] | None) -> Criterion:
    """Join code and wording; LawError says which is missing."""
    if entry is None:
        raise LawError(f"criterion {name} has code but no wording in the regulation files")
    wording = {key: value for key, value in entry.items() if key not in OUTSIDE}
    for key in (*NEEDED, "title"):
        texts = entry.get(key, {})
        if not (texts.get("id") and texts.get("en")):
            raise LawError(f"criterion {name}: {key} needs words in Indonesian (id) and English (en)")
    return Criterion(
        name=name,
        check=module.check,
        looks_at=getattr(module, "LOOKS_AT", None),
        title=entry["title"],
        facts=tuple(entry.get("facts", ())),
        wording=wording,
        laws=versions(entry["rule"], f"criterion {name}"),
    )


def decide(met: Any, known: Any, otherwise: int = BLOCKED) -> Codes:
    """MET where met and known, `otherwise` where known and not met, else UNKNOWN."""
    return np.where(known, np.where(met, MET, otherwise), UNKNOWN).astype(np.int8)


def by_state(state: Codes, yes: int, no: int) -> Codes:
    """Codes from a state of 1 yes, 0 no, -1 not known."""
    return np.where(state < 0, UNKNOWN, np.where(state > 0, yes, no)).astype(np.int8)


def only_for(state: Codes, inner: Codes) -> tuple[Codes, Flags]:
    """A question only for those with state 1. Where the state is not known it is unknown unless met anyway.

    Returns the codes and whom the question concerns.
    """
    concerns = state != 0
    unsure = (state < 0) & (inner != MET)
    code = np.where(concerns, np.where(unsure, UNKNOWN, inner), MET).astype(np.int8)
    return code, concerns


__all__ = [
    "BLOCKED",
    "EXCLUDED",
    "MET",
    "TIME",
    "UNKNOWN",
    "Answer",
    "Case",
    "Criterion",
    "Plan",
    "Value",
    "by_state",
    "criterion",
    "decide",
    "only_for",
]

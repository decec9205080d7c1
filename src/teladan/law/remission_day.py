"""Remission day: who may be given remission on one day, how much, on which rung, and who goes home that day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from teladan.law.assess import Result, assess_many
from teladan.law.columns import People
from teladan.law.conventions import DEFAULT, Conventions
from teladan.law.feasts import DEFAULT as FEASTS
from teladan.law.feasts import Feasts
from teladan.law.rights import NAMES
from teladan.law.terms import Days, Flags

KINDS: Final = {
    "general": "general_remission",
    "religious": "religious_remission",
    "additional": "additional_remission",
    "decade": "decade_remission",
    "humanitarian": "humanitarian_remission",
    "late": "late_remission",
    "child": "child_reduction",
}


@dataclass(frozen=True)
class Proposal:
    """One kind of remission on the day; arrays of shape (n,).

    `eligible`: all conditions hold on the day and the day is a grant day of the kind for this person.
    `days`: amount, 0 where not eligible. `rung`: -1 where there is none. `reasons(i)` says why not.
    """

    kind: str
    eligible: Flags
    days: Days
    rung: Days
    status: Any
    failed: Any
    unknown: Any


@dataclass(frozen=True)
class RemissionDay:
    """Everything proposed for one day. `expiry_after`: datetime64[D], after all that is proposed (NaT: none).

    `goes_home` (RU II, RK II): the term ends on or before the day with what is proposed and no substitute is owed;
    `substitute_first`: the term ends, but a substitute is still to be served.
    """

    on: dt.date
    result: Result
    proposals: Mapping[str, Proposal]
    total_days: Days
    expiry_after: Any
    goes_home: Flags
    substitute_first: Flags

    def explain(self, i: int) -> dict[str, Any]:
        """The full assessment of one person on that day."""
        return self.result.explain(i)

    def reasons(self, kind: str, i: int) -> list[dict[str, Any]]:
        """The findings that stand in the way of one person."""
        for right in self.explain(i)["rights"]:
            if right["right"] == KINDS[kind]:
                return [finding for finding in right["findings"] if finding["met"] is not True]
        raise KeyError(kind)


def remission_day(  # noqa: PLR0913 - how to assess whom
    people: Sequence[Mapping[str, Any]] | People,
    on: dt.date,
    kinds: Sequence[str],
    conventions: Conventions | Mapping[str, str] = DEFAULT,
    feasts: Feasts = FEASTS,
    *,
    only: Sequence[str] = NAMES,
) -> RemissionDay:
    """Assess everybody for a grant day with the facts known now; KeyError: a kind that does not exist.

    `only`: the rights to decide, those of the kinds among them.

    The day may lie in the future: reports, risk and programme count as they are known. Grants of one day are
    summed (remission.md 5.6), and none takes the expiry before the day itself.
    """
    result = assess_many(people, on, conventions, feasts, only=only)
    proposals = {kind: _proposal(result, kind) for kind in kinds}
    total = np.zeros(len(result), np.int64)
    for proposal in proposals.values():
        total = total + proposal.days
    expiry = result.timeline["expiry"]
    day = np.datetime64(on, "D")
    after = np.where(expiry > day, np.maximum(expiry - total.view("m8[D]"), day), expiry)
    ends = (total > 0) & (after <= day)
    owed = result.timeline["substitute_days"] > 0
    return RemissionDay(on, result, proposals, total, after, ends & ~owed, ends & owed)


def _proposal(result: Result, kind: str) -> Proposal:
    found = result.rights[KINDS[kind]]
    eligible: Flags = (found.status == 0) & (found.length_days > 0)
    return Proposal(
        kind=kind,
        eligible=eligible,
        days=np.where(eligible, found.length_days, 0),
        rung=np.where(eligible, found.rung, -1),
        status=found.status,
        failed=found.failed,
        unknown=found.unknown,
    )

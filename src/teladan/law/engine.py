"""The decision: every criterion of every right, for all people of a situation at once."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from teladan.law.codes import CLOSED, EXCLUDED, MET, TIME, UNKNOWN
from teladan.law.criteria import CRITERIA, REGISTRY
from teladan.law.criterion import Answer, Case, Criterion, Plan
from teladan.law.regulations import Version, in_force
from teladan.law.rights import NAMES, RIGHTS, Right
from teladan.law.situation import Situation
from teladan.law.terms import NONE, Codes, Days, Flags

Bits = NDArray[np.uint64]
Shared = dict[tuple[str, str, int, bytes | int], Answer]
BIT = {name: np.uint64(1) << np.uint64(place) for place, name in enumerate(CRITERIA)}


class Asked(NamedTuple):
    """A criterion that was asked, the law it was asked under, and the answers."""

    criterion: Criterion
    law: Version
    answer: Answer


class Ruling(NamedTuple):
    """One right for all people. `status`: position in codes.STATUSES; days are NONE, lengths -1 where unknown."""

    right: Right
    rule: Version | None  # None: the scheme is not in force
    plan: Plan | None
    status: Codes
    date: Days
    ends: Days
    length_days: Days
    rung: Days
    failed: Bits
    unknown: Bits
    asked: tuple[Asked, ...]


def decide(s: Situation, only: Sequence[str] = NAMES) -> dict[str, Ruling]:
    """Every right, or only those named."""
    shared: Shared = {}
    return {name: _decide(s, RIGHTS[name], shared) for name in only}


@cache
def _questions(name: str, law_on: int) -> tuple[tuple[Criterion, Version], ...]:
    """The criteria of a right that are law on a day."""
    right = RIGHTS[name]
    rule = in_force(right.laws, law_on)
    found = []
    for asked in right.asks(rule) if rule else ():
        law = in_force(REGISTRY[asked].laws, law_on, right.scope)
        if law is not None:
            found.append((REGISTRY[asked], law))
    return tuple(found)


@cache
def _bits(name: str, law_on: int) -> Bits:
    """The reason bit of each of these criteria, one a row."""
    return np.array([BIT[criterion.name] for criterion, _ in _questions(name, law_on)])


def _decide(s: Situation, right: Right, shared: Shared) -> Ruling:
    rule = in_force(right.laws, s.law_on)
    if rule is None:
        return _closed(s, right)
    plan = right.plan(s, rule)
    asked = tuple(
        Asked(criterion, law, _answer(s, right, rule, plan, criterion, law, shared))
        for criterion, law in _questions(right.name, s.law_on)
    )
    codes = np.array([one.answer.code for one in asked])
    bits = _bits(right.name, s.law_on)
    unsure = codes == UNKNOWN
    status = codes.max(axis=0)
    unknown = _gathered(unsure, bits)
    failed = _gathered((codes != MET) & ~unsure, bits)
    # Everything is met, but the day of the right is still to come.
    status[(status == MET) & (plan.date > s.as_of)] = TIME
    status[plan.closed] = CLOSED
    void = status >= EXCLUDED
    return Ruling(
        right=right,
        rule=rule,
        plan=plan,
        status=status,
        date=np.where(void, NONE, plan.date),
        ends=np.where(void, NONE, plan.ends),
        length_days=np.where(void, -1, plan.length),
        rung=np.where(void, -1, plan.says["rung"].data) if "rung" in plan.says else s.constant(-1),
        failed=failed,
        unknown=unknown,
        asked=asked,
    )


def _gathered(which: Flags, bits: Bits) -> Bits:
    """One number a person, of the bits of the criteria that are True for them: shapes (k, n) and (k,)."""
    found = np.zeros(which.shape[1], np.uint64)
    for row, bit in zip(which, bits, strict=True):
        if row.any():
            found |= row * bit
    return found


def _answer(  # noqa: PLR0913, PLR0917
    s: Situation,
    right: Right,
    rule: Version,
    plan: Plan,
    criterion: Criterion,
    law: Version,
    shared: Shared,
) -> Answer:
    """Ask a criterion once for all rights for which what it looks at is the same."""
    key = (criterion.name, right.scope, id(law), _looked_at(s, criterion, plan))
    if key not in shared:
        shared[key] = criterion.check(Case(s, right.name, right.scope, rule, law, plan))
    return shared[key]


def _looked_at(s: Situation, criterion: Criterion, plan: Plan) -> bytes | int:
    """What of a plan decides a criterion; for many people their days are hardly ever the same, only one plan is."""
    if criterion.looks_at == ():
        return 0
    if criterion.looks_at is None or s.size > 1:
        return id(plan.day)
    return b"".join(getattr(plan, part).tobytes() for part in criterion.looks_at)


def _closed(s: Situation, right: Right) -> Ruling:
    none = s.constant(NONE)
    bits = np.zeros(s.size, np.uint64)
    status = np.full(s.size, CLOSED, np.int8)
    unknown = s.constant(-1)
    return Ruling(right, None, None, status, none, none, unknown, unknown, bits, bits, ())

"""The expected path of people whose conduct stays good: the remissions to come, then the first way out.

A forecast, not an assessment: it supposes a good report every month, no violation, no further sentence, risk,
programme, fines and letters as they are today, and the law and the feasts as they are known today. Each day on which
a remission is given or the law changes is assessed with the same columns as everything else; who can leave before the
next such day leaves. What is not known counts as not met.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from teladan.law import codes
from teladan.law.adding import only_items, with_items
from teladan.law.assess import Result, assess_many
from teladan.law.columns import People
from teladan.law.conventions import DEFAULT, Conventions
from teladan.law.feasts import DEFAULT as FEASTS
from teladan.law.feasts import Feasts
from teladan.law.grant_days import grant_days
from teladan.law.law_days import breaks
from teladan.law.remission_day import KINDS as RIGHT_OF
from teladan.law.remission_day import RemissionDay, remission_day
from teladan.law.terms import FAR, NONE, Codes, Days, Flags, date_of, day_of

# The remissions that come by themselves; the others need a merit, an illness or an omission, which nobody foresees.
KINDS: Final = ("general", "religious", "decade", "child")
CHILD: Final = "child_reduction"
BY_DATE: Final = ("general_remission", "decade_remission", CHILD)
RELEASE: Final = "release"
LEAVING: Final = ("parole", "pre_release_leave", "conditional_leave", "home_assimilation")
AFTER: Final = (CHILD, *LEAVING)
LOOKED_AT: Final = (*(RIGHT_OF[kind] for kind in KINDS), *LEAVING)
WAYS: Final = (RELEASE, *LEAVING)
DECADE: Final = 11  # years within which each of them comes
GOOD: Final = codes.RATINGS.index("good")


class Given(NamedTuple):
    """A remission of one kind on the day that is looked at: `who` are places in the group."""

    kind: int
    who: Days
    days: Days
    rung: Days


@dataclass(frozen=True, slots=True)
class Grants:
    """The remissions to come, by day, arrays of one length. `expiry`: datetime64[D], the expiry after that day."""

    row: Days
    on: Any
    kind: Codes  # position in KINDS
    days: Days
    rung: Days  # -1 where there is none
    estimated: Flags  # the day is a feast that the government has not set yet
    expiry: Any


@dataclass(frozen=True, slots=True)
class Forecast:
    """The path of each person, arrays of shape (n,).

    `leaves`: datetime64[D], NaT where no day can be told (for life, no sentence, facts missing). `way`: position in
    WAYS, -1 without a day. `expiry`, `release`: datetime64[D] after all remissions; release after substitutes too.
    `unsure`: a fact is missing without which an earlier way out cannot be told.
    """

    as_of: dt.date
    leaves: Any
    way: Codes
    expiry: Any
    release: Any
    unsure: Flags
    grants: Grants


def forecast(
    people: People,
    as_of: dt.date,
    conventions: Conventions = DEFAULT,
    feasts: Feasts = FEASTS,
    later: tuple[dt.date, Conventions] | None = None,
) -> Forecast:
    """Walk everybody from `as_of` to the day of leaving; nobody's path depends on who else is asked about.

    `later`: from which day on other conventions count.
    """
    changes = sorted({*breaks().tolist(), *([day_of(later[0])] if later else [])})
    path = _Path(people.size)
    people = only_items(people, "conduct", _good_report(people.size, day_of(as_of)))
    look = np.full(people.size, day_of(as_of), np.int64)  # the next day to look at each person; FAR: gone
    while (day := int(look.min(initial=FAR))) < FAR:
        rows = np.flatnonzero(look == day)
        part = people.take(rows)
        counting = later[1] if later and day >= day_of(later[0]) else conventions
        proposed = remission_day(part, date_of(day), KINDS, counting, feasts, only=LOOKED_AT)
        after = proposed.result
        if given := _given(proposed):
            people, part = _with(people, rows, given, day), _with(part, np.arange(rows.size), given, day)
            after = assess_many(part, date_of(day), counting, feasts, only=AFTER)
            path.grant(rows, given, day, part, after, feasts)
        leaves, way = _first_way_out(after, day)
        following = _following(part, after, day, feasts, changes)
        out = (leaves < following) | (leaves >= FAR)
        path.leave(rows[out], leaves[out], way[out], after, out)
        look[rows] = np.where(out, FAR, following)
    return path.done(as_of)


def _good_report(size: int, day: int) -> dict[str, Days]:
    return {"on": np.full(size, day, np.int64), "rating": np.full(size, GOOD, np.int64)}


def _following(part: People, after: Result, day: int, feasts: Feasts, changes: list[int]) -> Days:
    """The next day on which a remission may be given, the law changes, or what blocks a leave has passed."""
    religion = part.singles["religion"]
    feast = feasts.next_on(religion, np.full(part.size, day + 1, np.int64))
    found = np.where(feast != NONE, feast, FAR)
    found = np.minimum(found, min((change for change in changes if change > day), default=FAR))
    for right in BY_DATE:
        mine = after.rights[right].status != codes.EXCLUDED if right == CHILD else True
        found = np.where(mine, np.minimum(found, _next_grant_day(right, day)), found)
    for name in LEAVING:
        blocked = after.rights[name].status == codes.BLOCKED
        date = after.rights[name].date.view(np.int64)
        found = np.where(blocked & (date > day), np.minimum(found, date), found)
    return found


@cache
def _next_grant_day(right: str, day: int) -> int:
    first = date_of(day + 1)
    return min(
        (day_of(each) for each in grant_days(right, first, first.replace(year=first.year + 11, day=1))), default=FAR
    )


def _given(proposed: RemissionDay) -> list[Given]:
    """Who gets what on the day, kind by kind."""
    found = []
    for code, kind in enumerate(KINDS):
        mine = proposed.proposals[kind]
        who = np.flatnonzero(mine.days > 0)
        if who.size:
            found.append(Given(code, who, mine.days[who], mine.rung[who]))
    return found


def _with(people: People, rows: Days, given: list[Given], day: int) -> People:
    for each in given:
        kind = codes.REMISSION_KINDS.index(KINDS[each.kind])
        same = {"on": day, "kind": kind, "late_for": -1}
        items = {name: np.full(each.who.size, value, np.int64) for name, value in same.items()}
        people = with_items(people, "remissions", rows[each.who], {"days": each.days, **items})
    return people


def _first_way_out(result: Result, day: int) -> tuple[Days, Codes]:
    """(day number, way) by the dates as they stand; (FAR, -1) where there is none."""
    release = result.timeline["release"].view(np.int64)
    known = release != NONE
    leaves = np.where(known, np.maximum(release, day), FAR)
    way = np.where(known, 0, -1).astype(np.int8)
    for code, name in enumerate(LEAVING, start=1):
        right = result.rights[name]
        dated = right.date.view(np.int64)
        date = np.maximum(dated, day)  # what a remission brought forward past the day begins on it
        earlier = (right.status <= codes.TIME) & (dated != NONE) & (date < leaves)
        leaves, way = np.where(earlier, date, leaves), np.where(earlier, code, way).astype(np.int8)
    return leaves, way


@dataclass
class _Path:
    """What is gathered on the way."""

    size: int
    parts: list[tuple[Any, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.leaves = np.full(self.size, NONE, np.int64)
        self.way = np.full(self.size, -1, np.int8)
        self.expiry = np.full(self.size, NONE, np.int64)
        self.release = np.full(self.size, NONE, np.int64)
        self.unsure = np.zeros(self.size, np.bool_)

    def leave(self, rows: Days, leaves: Days, way: Codes, result: Result, out: Flags) -> None:
        """Keep how these people go."""
        self.leaves[rows] = np.where(leaves >= FAR, NONE, leaves)
        self.way[rows] = way
        for name in ("expiry", "release"):
            getattr(self, name)[rows] = result.timeline[name].view(np.int64)[out]
        statuses = np.array([result.rights[name].status[out] for name in LEAVING])
        self.unsure[rows] = (statuses == codes.UNKNOWN).any(axis=0)

    def grant(  # noqa: PLR0913, PLR0917
        self, rows: Days, given: list[Given], day: int, part: People, after: Result, feasts: Feasts
    ) -> None:
        """Keep what these people are given on a day."""
        for kind, who, days, rung in given:
            one = np.ones(who.size, np.int64)
            estimated = feasts.is_estimated(part.singles["religion"][who], one * day) & (KINDS[kind] == "religious")
            expiry = after.timeline["expiry"][who]
            self.parts.append((rows[who], one * day, (one * kind).astype(np.int8), days, rung, estimated, expiry))

    def done(self, as_of: dt.date) -> Forecast:
        """Put the columns together."""
        columns = list(self._columns())
        row, on, kind, days, rung, estimated, expiry = columns
        return Forecast(
            as_of=as_of,
            leaves=self.leaves.view("M8[D]"),
            way=self.way,
            expiry=self.expiry.view("M8[D]"),
            release=self.release.view("M8[D]"),
            unsure=self.unsure,
            grants=Grants(row, on.view("M8[D]"), kind, days, rung, estimated, expiry),
        )

    def _columns(self) -> Iterator[Any]:
        types = (np.int64, np.int64, np.int8, np.int64, np.int64, np.bool_, "M8[D]")
        for place, kind in enumerate(types):
            arrays = [part[place] for part in self.parts]
            yield np.concatenate(arrays) if arrays else np.empty(0, kind)

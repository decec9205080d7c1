"""The law each person is judged by: of the day of the assessment, of the verdict, or both."""

from functools import cache

import numpy as np

from teladan.law.columns import LISTS, People
from teladan.law.conventions import Conventions
from teladan.law.criteria import REGISTRY
from teladan.law.ragged import Padded
from teladan.law.regulations import FIRST_DAY
from teladan.law.rights import RIGHTS
from teladan.law.sentence import NO_SENTENCE, old_track_dropped, special_since
from teladan.law.served import CHANGES
from teladan.law.terms import FAR, Days


@cache
def breaks() -> Days:
    """The days on which any rule changes, sorted."""
    versions = [v for r in RIGHTS.values() for v in r.laws] + [v for c in REGISTRY.values() for v in c.laws]
    days = {v.first for v in versions} | {v.last + 1 for v in versions if v.last < FAR}
    days |= {FIRST_DAY, special_since(), old_track_dropped(), *CHANGES}
    return np.array(sorted(days), np.int64)


def law_days(people: People, as_of: int, conventions: Conventions) -> tuple[Days, ...]:
    """One array of law days a reading; the day is moved to the start of its period so that people group."""
    today = np.full(people.size, as_of, np.int64)
    if conventions["law_by"] == "as_of":
        return (today,)
    verdict = _period(_last_final(people, as_of))
    return (verdict,) if conventions["law_by"] == "verdict" else (today, verdict)


def _last_final(people: People, as_of: int) -> Days:
    """The last day a judgment became final by `as_of`; where none is known, `as_of`."""
    s = Padded(people.lists["sentences"], LISTS["sentences"])
    last = np.full(people.size, -FAR, np.int64)
    for k in range(s.depth):
        final = s["final_on"][k]
        there = (s["kind"][k] != NO_SENTENCE) & (s["final_state"][k] == 1) & (final <= as_of)
        last = np.where(there, np.maximum(last, final), last)
    return np.where(last > -FAR, np.maximum(last, FIRST_DAY), as_of)


def _period(days: Days) -> Days:
    starts = breaks()
    return starts[np.searchsorted(starts, days, side="right") - 1]

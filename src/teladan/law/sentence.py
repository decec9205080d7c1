"""The sentences of a person taken together: fixed or not, how long, final when, special or not."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from teladan.law import articles, regulations
from teladan.law.codes import OFFENCES, SENTENCE_KINDS
from teladan.law.conventions import Conventions
from teladan.law.ragged import Padded
from teladan.law.terms import FAR, MONTH, MONTHS, YEAR, Codes, Days, Flags, day_of

LIFE = SENTENCE_KINDS.index("life")
CONFINEMENT = SENTENCE_KINDS.index("confinement")
NO_SENTENCE = -2  # what fills up the table
NO, YES, NOT_KNOWN = 0, 1, -1


class Sentences(NamedTuple):
    """Arrays of shape (n,). States are 1 yes, 0 no, -1 not known."""

    number: Days  # how many sentences
    life: Flags
    has_term: Flags  # sentences known, none for life, every term known
    total: Days  # merged term in days: 360 a year, 30 a month
    confinement: Flags  # nothing but kurungan
    kind_known: Flags
    kind_open: Flags  # of a sentence neither the kind nor the length is known: it may be for life
    final_state: Codes  # 1 all final with a date, 0 one is not final (or no sentence), -1 not known
    last_final: Days  # -FAR where none
    first_final: Days  # FAR where none
    special: Codes
    special_old: Codes  # a special offence under the PP 28/2006 track
    special_new: Codes  # a special offence under the PP 99/2012 track
    offence: dict[str, Codes]  # whether any sentence is for this offence
    long_months: Flags  # a term was pronounced with twelve months or more


def _among(names: Sequence[str]) -> Flags:
    """Looked up by an offence's code: whether it is one of these. Its end stands for "not known" and for "none"."""
    return np.array([name in names for name in OFFENCES] + [False])


@cache
def _special() -> tuple[Flags, int, int, int]:
    numbers = regulations.table("arithmetic")["special_offences"]
    always = _among(numbers["always"])
    return always, numbers["narcotics_from_days"], day_of(numbers["old_track_before"]), day_of(numbers["from"])


def special_since() -> int:
    """The first day on which special offences are treated apart (PP 28/2006)."""
    return _special()[3]


@cache
def old_track_dropped() -> int:
    """The first day on which the one-third condition of PP 28/2006 is no longer applied (U11)."""
    return day_of(regulations.table("conventions")["old_track_after_2022"]["from"])


def sentence_total(s: Padded, k: int) -> Days:
    """Length of sentence k for comparing, in days."""
    total: Days = YEAR * s["years"][k] + MONTH * s["months"][k] + s["days"][k]
    return total


def parts(s: Padded, k: int, name: str, conventions: Conventions) -> tuple[Days, Days]:
    """Calendar years and remaining days of a length; `name` is "" or a prefix such as "fine_sub_" (U3)."""
    years, months, days = s[f"{name}years"][k], s[f"{name}months"][k], s[f"{name}days"][k]
    if conventions["twelve_months"] == "calendar_year":
        years, months = years + months // MONTHS, months % MONTHS
    return years, MONTH * months + days


def sentences(s: Padded, law_on: int) -> Sentences:
    """Everything that follows from the sentences alone."""
    size = s.known.size
    flags = {
        name: np.zeros(size, np.bool_)
        for name in ("life", "unknown", "prison", "kind", "either", "open", "unfinal", "long")
    }
    count, total = np.zeros(size, np.int64), np.zeros(size, np.int64)
    first, last = np.full(size, FAR, np.int64), np.full(size, -FAR, np.int64)
    for k in range(s.depth):
        kind, state = s["kind"][k], s["final_state"][k]
        there = kind != NO_SENTENCE
        count += there
        is_life = kind >= LIFE
        flags["life"] |= is_life
        flags["unknown"] |= there & ~is_life & (s["term_known"][k] == 0)
        flags["prison"] |= there & (kind != CONFINEMENT)
        flags["kind"] |= kind == NOT_KNOWN
        flags["either"] |= (kind == NOT_KNOWN) & (s["term_known"][k] == 0)
        flags["open"] |= state == NOT_KNOWN
        flags["unfinal"] |= state == NO
        flags["long"] |= s["months"][k] >= MONTHS
        total += sentence_total(s, k)
        dated = there & (state == YES)
        first = np.where(dated, np.minimum(first, s["final_on"][k]), first)
        last = np.where(dated, np.maximum(last, s["final_on"][k]), last)
    some = s.known & (count > 0)
    final = np.where(flags["unfinal"], NO, np.where(flags["open"], NOT_KNOWN, YES))
    final = np.where(count == 0, np.where(s.known, NO, NOT_KNOWN), final).astype(np.int8)
    special, old, new, offence = _offences(s, law_on)
    return Sentences(
        number=count,
        life=flags["life"],
        has_term=some & ~flags["life"] & ~flags["unknown"],
        total=total,
        confinement=some & ~flags["prison"],
        kind_known=~flags["kind"],
        kind_open=flags["either"],
        final_state=final,
        last_final=last,
        first_final=first,
        special=special,
        special_old=old,
        special_new=new,
        offence=offence,
        long_months=flags["long"],
    )


def _offences(s: Padded, law_on: int) -> tuple[Codes, Codes, Codes, dict[str, Codes]]:
    always, narcotics_from, old_before, _ = _special()
    size = s.known.size
    yes = {name: np.zeros(size, np.bool_) for name in ("any", "old", "new", "corruption", "terrorism")}
    # A sentence whose offence is not known could be any of them.
    maybe = ~s.known
    maybe_old, maybe_new = maybe.copy(), maybe.copy()
    corruption, terrorism, narcotics = (OFFENCES.index(n) for n in ("corruption", "terrorism", "narcotics"))
    for k in range(s.depth):
        offence, state = s["offence"][k], s["final_state"][k]
        there = s["kind"][k] != NO_SENTENCE
        old = np.where(state == YES, s["final_on"][k] < old_before, law_on < old_before)
        drugs = there & (offence == narcotics)
        heavy = (s["term_known"][k] == 1) & (sentence_total(s, k) >= narcotics_from) | (s["kind"][k] >= LIFE)
        either = (state == NOT_KNOWN) & (law_on >= old_before)
        special = always[offence] | (drugs & (old | heavy))
        unsure = there & ((offence == NOT_KNOWN) | (drugs & ~special & (s["term_known"][k] == 0)))
        yes["any"] |= special
        yes["old"] |= special & old & ~either
        yes["new"] |= special & ~old & ~either
        maybe_old |= (special | (drugs & either)) & either
        maybe_new |= special & either
        yes["corruption"] |= offence == corruption
        yes["terrorism"] |= offence == terrorism
        maybe |= there & (offence == NOT_KNOWN)
        maybe_old |= unsure & (old | either)
        maybe_new |= unsure & ~old
    old_state, new_state = _state(yes["old"], maybe_old), _state(yes["new"], maybe_new)
    special_state = _state(yes["any"], maybe_old | maybe_new)
    named = {name: _state(yes[name], maybe) for name in ("corruption", "terrorism")}
    return special_state, old_state, new_state, named


def bound(s: Padded, k: int, offence: str, law_on: int, *, new_track_only: bool) -> tuple[Flags, Flags]:
    """(surely, perhaps) whether sentence k is for the offence and bound by what PP 99/2012 added.

    While there are two tracks, only a judgment final from 12 November 2012 is bound.
    """
    code, state, before = s["offence"][k], s["final_state"][k], _special()[2]
    there = s["kind"][k] != NO_SENTENCE
    old, open_ = np.zeros(s.known.size, np.bool_), np.zeros(s.known.size, np.bool_)
    if new_track_only:
        old = np.where(state == YES, s["final_on"][k] < before, law_on < before)
        open_ = (state == NOT_KNOWN) & (law_on >= before)
    this, any_ = there & (code == OFFENCES.index(offence)), there & (code == NOT_KNOWN)
    return this & ~old & ~open_, (this & open_) | (any_ & ~old)


def _state(yes: Flags, maybe: Flags) -> Codes:
    return np.where(yes, YES, np.where(maybe, NOT_KNOWN, NO)).astype(np.int8)


def home_bars(s: Padded) -> Codes:
    """Whether a sentence bars home assimilation from 2021 by its article or offence. Permenkumham 32/2020 art 11."""
    listed = regulations.table("home_assimilation")
    barred, by_article = _among(listed["excluded_offences"]), _among(listed["offences_by_article"])
    size = s.known.size
    yes, maybe = np.zeros(size, np.bool_), ~s.known
    for k in range(s.depth):
        offence, flags = s["offence"][k], s["articles"][k]
        yes |= barred[offence] | ((flags & articles.HOME_EXCLUDED) > 0)
        maybe |= (flags == 0) & by_article[offence] | (offence == NOT_KNOWN)
    return _state(yes, maybe)


def early_home_bars(s: Padded) -> Codes:
    """Whether a sentence bars home assimilation in 2020 by its offence. Permenkumham 10/2020."""
    barred = _among(regulations.table("home_assimilation")["special_offences"])
    size = s.known.size
    yes, maybe = np.zeros(size, np.bool_), ~s.known
    for k in range(s.depth):
        yes |= barred[s["offence"][k]]
        maybe |= s["offence"][k] == NOT_KNOWN
    return _state(yes, maybe)

"""The dates of a sentence: expiry, the fractions, substitutes, release, register class."""

from typing import NamedTuple

import numpy as np

from teladan.law import regulations
from teladan.law.codes import AUTHORITIES, REGISTERS
from teladan.law.conventions import Conventions
from teladan.law.custody import Custody
from teladan.law.ragged import Padded
from teladan.law.sentence import Sentences, parts
from teladan.law.terms import FAR, NONE, YEAR, Codes, Days, Flags, add_years

FRACTIONS = {"one_third": (1, 3), "half": (1, 2), "two_thirds": (2, 3)}
PARTS = np.array(list(FRACTIONS.values()), np.int64).T[:, :, None]  # counted and divided by, for columns of people


class Timeline(NamedTuple):
    """Arrays of shape (n,), days. Where `dated` is False only `remission_days` and `register` mean anything."""

    dated: Flags  # the start and every term are known, and no sentence is for life
    term_days: Days
    expiry_initial: Days
    remission_days: Days
    remission_lost_days: Days
    expiry: Days
    fraction_on: dict[str, Days]  # the day on which a fraction is served: one_third, half, two_thirds
    substitutes: tuple[tuple[Days, Days], ...]  # whole days and days still owed of each, in order
    substitute_days: Days
    release: Days
    register: Codes  # position in codes.REGISTERS, -1 unknown


def add(day: Days, years: Days, rest: Days, conventions: Conventions) -> Days:
    """Add calendar years and days by the conventions for leap days (U5) and order (U6)."""
    if not years.any():
        return day + rest
    late = conventions["order_of_parts"] == "months_first"
    leap = conventions["leap_day"] == "february_28"
    first = day + rest if late else day
    moved = add_years(first, years)
    if leap:
        fell = (_day_of_month(first) == 29) & (_day_of_month(moved) == 1)
        moved = moved - fell
    return moved if late else moved + rest


def _day_of_month(day: Days) -> Days:
    found: Days = day - day.view("M8[D]").astype("M8[M]").astype("M8[D]").view(np.int64) + 1
    return found


def add_total(day: Days, total: Days, conventions: Conventions) -> Days:
    """Add a length in days of which every 360 are a calendar year."""
    years, rest = np.divmod(total, YEAR)
    return add(day, years, rest, conventions)


def fractions(total: Days, conventions: Conventions) -> Days:
    """Every fraction of a term in days, rounded by U4: one row a fraction, in the order of FRACTIONS."""
    over, under = PARTS
    down: Days = total * over // under
    up: Days = -((-total * over) // under)
    return down if conventions["threshold_rounding"] == "down" else up


def fractions_on(base: str, custody: Custody, total: Days, taken: Days, conventions: Conventions) -> dict[str, Days]:
    """The day each fraction is served: of the term imposed less remission (H1), or of the term less remission (H2)."""
    shift = custody.absent - custody.credit
    if base == "imposed":
        shift = shift - taken
    else:
        total = np.maximum(total - taken, 0)
    days = add_total(custody.start, fractions(total, conventions), conventions) + shift
    return dict(zip(FRACTIONS, days, strict=True))


def gross_end(start: Days, s: Padded, conventions: Conventions) -> Days:
    """Start plus every sentence, one after another in the order given."""
    end = start
    for k in range(s.depth):
        end = add(end, *parts(s, k, "", conventions), conventions)
    return end


def deduct(expiry_initial: Days, remissions: Padded, as_of: int) -> tuple[Days, Days]:
    """Expiry after every grant up to `as_of`, and the days that were lost.

    A grant never brings the expiry before its own day: what is over is lost (remission.md 5.6).
    """
    expiry, lost = expiry_initial, np.zeros_like(expiry_initial)
    for k in range(remissions.depth):
        on = remissions["on"][k]
        days = np.where(on <= as_of, remissions["days"][k], 0)
        after = np.maximum(expiry - days, np.minimum(expiry, on))
        lost = lost + days - (expiry - after)
        expiry = after
    return expiry, lost


def timeline(  # noqa: PLR0913, PLR0917 - the six kinds of facts that dates come from
    custody: Custody,
    merged: Sentences,
    s: Padded,
    remissions: Padded,
    detention: Padded,
    as_of: int,
    conventions: Conventions,
) -> Timeline:
    """All dates, for every person at once."""
    dated = custody.known & merged.has_term
    shift = custody.absent - custody.credit
    end = gross_end(custody.start, s, conventions)
    initial = end + shift
    expiry, lost = deduct(initial, remissions, as_of)
    taken = initial - expiry
    recorded = taken + lost
    days_on = fractions_on(conventions["fraction_base"], custody, merged.total, taken, conventions)
    substitutes, owed = _substitutes(expiry, s, conventions)
    release = expiry + owed
    return Timeline(
        dated=dated,
        term_days=end - custody.start,
        expiry_initial=initial,
        remission_days=np.where(dated, taken, recorded),
        remission_lost_days=lost,
        expiry=expiry,
        fraction_on=days_on,
        substitutes=substitutes,
        substitute_days=owed,
        release=release,
        register=_register(merged, detention, dated, expiry, release, as_of),
    )


def _substitutes(expiry: Days, s: Padded, conventions: Conventions) -> tuple[tuple[tuple[Days, Days], ...], Days]:
    """Served after the principal term, fines first, then restitutions, each from the end of the one before."""
    cursor, each = expiry, []
    for money in ("fine", "restitution"):
        for k in range(s.depth):
            if not (s[f"{money}_state"][k] > 0).any():
                continue
            whole = add(cursor, *parts(s, k, f"{money}_sub_", conventions), conventions) - cursor
            owed = whole - _paid_off(whole, s[f"{money}_amount"][k], s[f"{money}_paid"][k])
            each.append((whole, owed))
            cursor = cursor + owed
    return tuple(each), cursor - expiry


def _paid_off(days: Days, amount: Days, paid: Days) -> Days:
    """Part payment cuts the substitute in proportion, whole days only. Old KUHP art 31."""
    known = np.clip(paid, 0, amount)
    # Python floats would lose rupiah: split the product so that it fits 64 bits.
    share = days * (known // np.maximum(amount, 1)) + _share(days, known % np.maximum(amount, 1), amount)
    return np.where(known >= amount, days, share)


def _share(days: Days, paid: Days, amount: Days) -> Days:
    """floor(days * paid / amount) without overflow: days < 2^17 and amounts < 2^50 need 67 bits."""
    amount = np.maximum(amount, 1)
    high, low = np.divmod(days, 1024)
    top, left = np.divmod(high * paid, amount)
    share: Days = top * 1024 + (left * 1024 + low * paid) // amount
    return share


def _register(  # noqa: PLR0913, PLR0917
    merged: Sentences, detention: Padded, dated: Flags, expiry: Days, release: Days, as_of: int
) -> Codes:
    """Class A before a judgment is final, class B after. Kepdirjenpas PAS-170.PK.01.01.02/2015 (B)."""
    limits = regulations.table("arithmetic")["registers"]["longest_days"]
    b1, b2a, b2b, b3 = (REGISTERS.index(name) for name in ("B.I", "B.IIa", "B.IIb", "B.III"))
    by_term = np.where(merged.total > limits["B.IIa"], b1, np.where(merged.total > limits["B.IIb"], b2a, b2b))
    serving_substitute = dated & (as_of >= expiry) & (as_of < release)
    convict = np.where(merged.confinement | serving_substitute, b3, by_term)
    convict = np.where(merged.has_term & (merged.kind_known | serving_substitute), convict, -1)
    convict = np.where(merged.life, b1, convict)
    detainee = _by_authority(detention)
    return np.where(merged.first_final <= as_of, convict, detainee).astype(np.int8)


def _by_authority(detention: Padded) -> Days:
    """The class of the last order."""
    register = np.full(detention.known.size, -1, np.int64)
    registers = regulations.table("arithmetic")["registers"]["by_authority"]
    table = np.array([REGISTERS.index(registers[name]) for name in AUTHORITIES] + [-1], np.int64)
    register[detention.person] = table[detention.lists.columns["authority"]]  # by date: the last one stays
    return register


__all__ = ["FAR", "FRACTIONS", "NONE", "Timeline", "add", "add_total", "timeline"]

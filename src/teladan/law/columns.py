"""People as columns: one row a person, lists end to end (`Ragged`). From facts, or straight from arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from teladan.law import articles, codes
from teladan.law.facts import Dated, Facts, Money, Sentence
from teladan.law.ragged import Ragged, concatenated, from_lists
from teladan.law.terms import FAR, NONE, Codes, Days, Flags, day_of

# Each list with its columns and the harmless value that fills it up. The first column is what it is sorted by.
MONEY = ("amount", "paid", "sub_years", "sub_months", "sub_days")
LISTS: Final[dict[str, dict[str, int]]] = {
    "detention": {"start": FAR, "end": -FAR, "place": -1, "authority": -1},
    "sentences": {
        "final_on": -FAR,
        "final_state": 1,
        "kind": -2,
        "years": 0,
        "months": 0,
        "days": 0,
        "term_known": 1,
        "offence": len(codes.OFFENCES),
        "articles": 1,
        **{f"{money}_{part}": 0 for money in ("fine", "restitution") for part in ("state", *MONEY)},
    },
    "absences": {"start": FAR, "until": -FAR, "reason": -1},
    "remissions": {"on": FAR, "kind": -1, "days": 0, "late_for": -1},
    "conduct": {"on": FAR, "rating": -1},
    "discipline": {"on": FAR, "level": -1, "until": -FAR},
    "risk": {"on": FAR, "level": -1},
    "programme": {"start": FAR, "until": -FAR},
    "merits": {"on": FAR, "kind": -1},
}
UNSORTED = ("sentences",)  # in the order given: it is the order of serving
# Each single value with what it is when nothing is known. State: -1 not known, 0 known to be none, 1 there.
SINGLES: Final[dict[str, int]] = {
    "birth": NONE,
    "sex": -1,
    "religion": -1,
    "citizen": -1,
    "illness_state": -1,
    "illness_on": FAR,
    "pledge_state": -1,
    "pledge_kind": -1,
    "pledge_on": FAR,
    "cooperation_state": -1,
    "cooperation_on": FAR,
    "leave_kind": -1,
    "leave_from": FAR,
}


@dataclass(frozen=True, slots=True)
class People:
    """Columns of facts; `size` persons. Every array of `singles` is int64 of shape (size,)."""

    size: int
    singles: Mapping[str, NDArray[np.int64]]
    lists: Mapping[str, Ragged]

    def __len__(self) -> int:
        return self.size

    def rows(self, first: int, last: int) -> "People":
        """The persons first to last - 1, without copying."""
        return People(
            last - first,
            {name: column[first:last] for name, column in self.singles.items()},
            {name: lists.rows(first, last) for name, lists in self.lists.items()},
        )

    def take(self, rows: NDArray[np.int64]) -> "People":
        """Some persons, in the order of their row numbers; those who stand together are not copied."""
        if rows.size and rows[-1] - rows[0] + 1 == rows.size and (rows[1:] > rows[:-1]).all():
            return self.rows(int(rows[0]), int(rows[-1]) + 1)
        return People(
            rows.size,
            {name: column[rows] for name, column in self.singles.items()},
            {name: lists.take(rows) for name, lists in self.lists.items()},
        )


def from_facts(people: Sequence[Facts]) -> People:
    """Columns of facts that were checked by `facts.parse`."""
    rows = [_single_row(f) for f in people]
    table = np.array(rows, np.int64).reshape(len(rows), len(SINGLES))
    singles = {name: table[:, i].copy() for i, name in enumerate(SINGLES)}
    lists = {n: from_lists([_items(f, n) for f in people], tuple(c)) for n, c in LISTS.items()}
    return People(len(people), singles, lists)


def from_arrays(
    size: int,
    singles: Mapping[str, Any] | None = None,
    lists: Mapping[str, tuple[Any, Mapping[str, Any]]] | None = None,
    known: Mapping[str, Flags] | None = None,
) -> People:
    """Columns from arrays, for a database or a benchmark; what is not given is not known.

    `singles`: name -> (size,) numbers or datetime64. `lists`: name -> (row of each item, {column: values}); items
    of a person keep their order in sentences and are sorted by date elsewhere. A list given makes it known for all,
    or, where `known` names it, for those for whom it is True.
    ValueError: a name unknown, a length that differs, a row outside, a date that is NaT.
    """
    given = {name: _column(values, name) for name, values in (singles or {}).items()}
    if unknown := set(given) - set(SINGLES):
        raise ValueError(f"unknown columns: {sorted(unknown)}")
    columns = {n: given.get(n, np.full(size, fill, np.int64)) for n, fill in SINGLES.items()}
    if wrong := [n for n, c in columns.items() if c.shape != (size,)]:
        raise ValueError(f"expected {size} values in: {wrong}")
    made = {name: _ragged(size, name, (lists or {}).get(name)) for name in LISTS}
    made |= {name: replace(made[name], known=flags) for name, flags in (known or {}).items()}
    return People(size, columns, made)


def joined(parts: Sequence[People]) -> People:
    """Several columns of people, one after another."""
    if len(parts) == 1:
        return parts[0]
    singles = {name: np.concatenate([part.singles[name] for part in parts]) for name in SINGLES}
    lists = {name: concatenated([part.lists[name] for part in parts]) for name in LISTS}
    return People(sum(part.size for part in parts), singles, lists)


def _column(values: Any, name: str) -> NDArray[np.int64]:
    array = np.asarray(values)
    if array.dtype.kind == "M":
        days: NDArray[np.int64] = array.astype("M8[D]").view(np.int64)
        if name != "birth" and (days == NONE).any():
            raise ValueError(f"{name}: a date is missing (NaT)")
        return days
    if array.dtype.kind not in "iub":
        raise ValueError(f"{name}: expected whole numbers or dates")
    return array.astype(np.int64)


def _ragged(size: int, name: str, given: tuple[Any, Mapping[str, Any]] | None) -> Ragged:
    if given is None:
        empty = {c: np.empty(0, np.int64) for c in LISTS[name]}
        return Ragged(np.zeros(size + 1, np.int64), empty, np.zeros(size, np.bool_))
    row = np.asarray(given[0], np.int64)
    if row.size and not 0 <= int(row.min()) <= int(row.max()) < size:
        raise ValueError(f"{name}: a row is outside 0 to {size - 1}")
    columns = {c: _column(v, f"{name}.{c}") for c, v in given[1].items()}
    if unknown := set(columns) - set(LISTS[name]):
        raise ValueError(f"{name}: unknown columns {sorted(unknown)}")
    full = {c: columns.get(c, np.full(row.size, _absent(name, c), np.int64)) for c in LISTS[name]}
    key = next(iter(LISTS[name]))
    if not _in_order(row, None if name in UNSORTED else full[key]):
        order = np.argsort(row, kind="stable") if name in UNSORTED else np.lexsort((full[key], row))
        full = {c: v[order] for c, v in full.items()}
    offsets = np.zeros(size + 1, np.int64)
    np.cumsum(np.bincount(row, minlength=size), out=offsets[1:])
    return Ragged(offsets, full, np.ones(size, np.bool_))


def _in_order(row: Days, key: Days | None) -> bool:
    """Whether items lie person by person, and each person's by date, as a database gives them."""
    next_row = row[1:] > row[:-1]
    same = row[1:] == row[:-1]
    return bool((next_row | (same if key is None else same & (key[1:] >= key[:-1]))).all())


def _absent(name: str, column: str) -> int:
    """What a column means that an array builder did not give."""
    if column.endswith("_state") or column in ("kind", "offence", "authority", "level", "late_for"):
        return -1
    if name == "discipline" and column == "until":
        return -FAR
    return {"end": FAR, "until": FAR, "term_known": 1}.get(column, 0)


def _single_row(facts: Facts) -> tuple[int, ...]:
    person = facts.person
    return (
        NONE if person.birth_date is None else day_of(person.birth_date),
        _index(codes.SEXES, person.sex),
        _index(codes.RELIGIONS, person.religion),
        -1 if person.nationality is None else int(person.nationality == "ID"),
        *_state(facts.illness),
        *_state(facts.pledge, codes.PLEDGE_KINDS),
        *_state(facts.cooperation),
        -1 if facts.on_leave is None else codes.LEAVES.index(facts.on_leave.code),
        FAR if facts.on_leave is None else day_of(facts.on_leave.on),
    )


def _index(names: tuple[str, ...], name: str | None) -> int:
    return -1 if name is None else names.index(name)


def _state(value: Dated | str | None, kinds: tuple[str, ...] | None = None) -> tuple[int, ...]:
    there = isinstance(value, Dated)
    state = 1 if there else (0 if value is None else -1)
    on = day_of(value.on) if isinstance(value, Dated) else FAR
    if kinds is None:
        return state, on
    return state, kinds.index(value.code) if isinstance(value, Dated) else -1, on


def _items(facts: Facts, name: str) -> list[tuple[int, ...]] | None:
    values = getattr(facts, name)
    if values is None:
        return None
    rows = [_ROWS[name](value) for value in values]
    return rows if name in UNSORTED else sorted(rows, key=lambda row: row[0])


def _sentence(s: Sentence) -> tuple[int, ...]:
    final = -FAR if s.final_on is None or isinstance(s.final_on, str) else day_of(s.final_on)
    state = 0 if s.final_on is None else (-1 if isinstance(s.final_on, str) else 1)
    term = (s.term.years, s.term.months, s.term.days) if s.term else (0, 0, 0)
    return (
        final,
        state,
        _index(codes.SENTENCE_KINDS, s.kind),
        *term,
        int(s.term is not None),
        _index(codes.OFFENCES, s.offence),
        articles.flags(s.articles),
        *_money(s.fine),
        *_money(s.restitution),
    )


def _money(money: Money | str | None) -> tuple[int, ...]:
    if not isinstance(money, Money):
        return (0 if money is None else -1), 0, 0, 0, 0, 0
    paid = -1 if money.paid_rp is None else money.paid_rp
    sub = money.substitute
    return 1, money.amount_rp, paid, *((sub.years, sub.months, sub.days) if sub else (0, 0, 0))


_ROWS: Final[dict[str, Any]] = {
    "detention": lambda d: (
        day_of(d.start),
        FAR if d.end is None else day_of(d.end),
        codes.PLACES.index(d.place),
        _index(codes.AUTHORITIES, d.authority),
    ),
    "sentences": _sentence,
    "absences": lambda a: (
        day_of(a.start),
        FAR if a.until is None else day_of(a.until),
        codes.ABSENCE_REASONS.index(a.reason),
    ),
    "remissions": lambda r: (
        day_of(r.granted_on),
        codes.REMISSION_KINDS.index(r.kind),
        r.term.total,
        _index(codes.LATE_FOR, r.late_for),
    ),
    "conduct": lambda c: (day_of(c.on), codes.RATINGS.index(c.code)),
    "discipline": lambda d: (
        day_of(d.on),
        codes.DISCIPLINE_LEVELS.index(d.code),
        -FAR if d.until is None else day_of(d.until),
    ),
    "risk": lambda r: (day_of(r.on), codes.RISK_LEVELS.index(r.code)),
    "programme": lambda p: (day_of(p.on), FAR if p.until is None else day_of(p.until)),
    "merits": lambda m: (day_of(m.on), codes.MERITS.index(m.code)),
}

__all__ = ["LISTS", "SINGLES", "Codes", "Days", "People", "from_arrays", "from_facts", "joined"]

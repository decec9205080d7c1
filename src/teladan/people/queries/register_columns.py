"""The register as the law's columns: everybody inside, without an object for any row.

The same honesty as `facts.py`: a list that is empty is not known unless `Stay.known_lists` says that it is complete.
Whoever is not beyond doubt is read by `facts_of`, one by one; a test holds both ways against each other.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from teladan.law import articles, codes
from teladan.law.columns import LISTS, People, from_arrays
from teladan.law.fact_sentences import MOST_ARTICLES
from teladan.law.sentence import LIFE
from teladan.law.terms import FAR, NONE, Days, Flags
from teladan.people.fact_lists import FACT_LISTS
from teladan.people.queries import register_reader as read
from teladan.people.queries.register_reader import WRONG
from teladan.people.queries.register_sql import DETAILS, KINDS, UNITS, UNKNOWN_BIRTH, Stretch, keys
from teladan.people.queries.register_sql import LISTS as TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teladan.people.queries.register_reader import Answer

Items = tuple[Days, dict[str, Days]]
LOYALTY: Final = DETAILS.index("loyalty")


@dataclass(frozen=True)
class Inside:
    """Some people inside, by the key of their stay. `broken`: whose columns do not say what the register says."""

    stays: Days
    uids: list[str]
    people: People
    broken: Flags


def keys_inside(facility: int | None) -> Days:
    """Return the keys of the open stays, in order."""
    found: Days = read.numbers(keys(facility))["stay"]
    return found


def people_between(first: int, last: int, as_of: int, facility: int | None) -> Inside:
    """Return the people inside whose stays have keys from `first` to `last`, in their order, as known on `as_of`."""
    asked = Stretch(first, last, facility)
    found = read.rows(asked.stays())
    stays, size = found["stay"], len(found["stay"])
    known = {name: _named(found["known_lists"], name) for name in FACT_LISTS}
    lists: dict[str, Items] = {}
    for name in TABLES:
        answer = read.numbers(asked.items(name))
        lists[name] = _rows(stays, answer.pop("stay")), answer
    sentences, incomplete, odd = _sentences(read.rows(asked.verdicts()), stays)
    lists["sentences"] = sentences
    known["sentences"] &= ~incomplete
    singles, lists["merits"] = _letters(read.numbers(asked.certificates()), stays, known, as_of)
    lists["conduct"][1]["on"] = _first_of_month(lists["conduct"][1]["on"])
    for name in LISTS:
        known[name][lists[name][0]] = True
    people = from_arrays(size, {**_person(found), **singles}, lists, {name: known[name] for name in LISTS})
    broken = np.zeros(size, np.bool_)
    broken[odd] = True
    return Inside(stays, found["uid"], people, broken)


def _rows(stays: Days, asked: Days) -> Days:
    """Which of the people each key belongs to."""
    found: Days = np.searchsorted(stays, asked)
    return found


def _sentences(found: Answer, stays: Days) -> tuple[Items, Flags, Days]:
    """The sentences; whose punishment of a judgment is not entered; rows whose articles nobody can read."""
    row = _rows(stays, found.pop("stay"))
    there = found.pop("there") == 1
    incomplete = np.zeros(stays.size, np.bool_)
    incomplete[row[~there]] = True
    bits = np.array([_article_bits(text) for text in found.pop("articles")], np.int64)[there]
    row, found = row[there], {name: column[there] for name, column in found.items()}
    dated = found["final_on"] != -FAR
    timed = found["kind"] < LIFE
    columns = {
        "final_on": found["final_on"],
        "final_state": np.where(dated, 1, np.where(found["is_final_known"] == 1, 0, -1)),
        "kind": found["kind"],
        **{unit: np.where(timed, found[unit], 0) for unit in UNITS},
        "term_known": timed.astype(np.int64),
        "offence": found["offence"],
        "articles": bits,
        **_money(found, "fine", "substitute"),
        **_money(found, "restitution", "restitution"),
    }
    return (row, columns), incomplete, row[bits < 0]


def _money(found: Answer, name: str, substitute: str) -> dict[str, Days]:
    amount = found[f"{name}_rp"]
    state = np.where(found[f"{name}_known"] == 1, (amount >= 0).astype(np.int64), -1)
    owed = state == 1
    parts = {f"{name}_sub_{unit}": np.where(owed, found[f"{substitute}_{unit}"], 0) for unit in UNITS}
    money = {"amount": amount, "paid": found[f"{name}_paid_rp"]}
    return {
        f"{name}_state": state,
        **{f"{name}_{part}": np.where(owed, values, 0) for part, values in money.items()},
        **parts,
    }


@cache
def _article_bits(text: str) -> int:
    written = json.loads(text)
    usable = isinstance(written, list) and len(written) <= MOST_ARTICLES
    if not usable or not all(isinstance(article, str) for article in written):
        return WRONG
    return articles.flags(written)


def _letters(found: Answer, stays: Days, known: dict[str, Flags], as_of: int) -> tuple[dict[str, Days], Items]:
    """The letter of each kind that counts, and the merits. `known` of the merits grows by whoever has one."""
    row = _rows(stays, found["stay"])
    singles: dict[str, Days] = {}
    for kind in ("illness", "pledge", "cooperation"):
        these = np.flatnonzero(found["kind"] == KINDS.index(kind))
        best = these[_last_by_weight(row[these], found["day"][these], found["detail"][these], as_of)]
        singles[f"{kind}_state"] = np.where(known[kind], 0, -1)
        singles[f"{kind}_on"] = np.full(stays.size, FAR, np.int64)
        singles[f"{kind}_state"][row[best]] = 1
        singles[f"{kind}_on"][row[best]] = found["day"][best]
        if kind == "pledge":
            singles["pledge_kind"] = np.full(stays.size, -1, np.int64)
            detail = found["detail"][best]
            singles["pledge_kind"][row[best]] = np.where(detail < len(codes.PLEDGE_KINDS), detail, WRONG)
    merits = found["kind"] == KINDS.index("merit")
    merit = found["detail"][merits] - len(codes.PLEDGE_KINDS)
    return singles, (row[merits], {"on": found["day"][merits], "kind": np.where(merit < 0, WRONG, merit)})


def _last_by_weight(row: Days, day: Days, detail: Days, as_of: int) -> Days:
    """The place of each person's letter that counts most: by `as_of`, of loyalty, the latest; the first of equals."""
    first_of_equals = -np.arange(row.size)
    order = np.lexsort((first_of_equals, day, detail == LOYALTY, day <= as_of, row))
    last = np.append(row[order][1:] != row[order][:-1], True)[: row.size]
    found: Days = order[last]
    return found


def _person(found: Answer) -> dict[str, Days]:
    birth = np.where(found["birth"] == UNKNOWN_BIRTH, NONE, found["birth"])
    citizen = np.array([_citizen(country) for country in found["nationality"]], np.int64)
    return {"birth": birth, "sex": found["sex"], "religion": found["religion"], "citizen": citizen}


@cache
def _citizen(country: str) -> int:
    if not country:
        return -1
    return int(country == "ID") if len(country) == 2 and country.isascii() and country.isupper() else WRONG


def _named(texts: Sequence[str], name: str) -> Flags:
    """Whether each of these JSON lists has a name in it: there are few different ones."""
    return np.array([name in _names(text) for text in texts], np.bool_)


@cache
def _names(text: str) -> frozenset[Any]:
    return frozenset(json.loads(text))


def _first_of_month(day: Days) -> Days:
    found: Days = day.view("M8[D]").astype("M8[M]").astype("M8[D]").view(np.int64)
    return found

"""The same people with further items in one of their lists: what a forecast supposes, what a day grants."""

from collections.abc import Mapping

import numpy as np

from teladan.law.columns import LISTS, UNSORTED, People
from teladan.law.ragged import Ragged
from teladan.law.terms import Days


def with_items(people: People, name: str, row: Days, items: Mapping[str, Days]) -> People:
    """Add items, `row[j]` the person of item j; of one day the new ones come last. The list is known for them then."""
    lists = people.lists[name]
    old = np.repeat(np.arange(people.size), np.diff(lists.offsets))
    rows = np.concatenate([old, row])
    both = {column: np.concatenate([lists.columns[column], items[column]]) for column in LISTS[name]}
    key = next(iter(LISTS[name]))
    order = np.argsort(rows, kind="stable") if name in UNSORTED else np.lexsort((both[key], rows))
    return _replaced(people, name, rows[order], {column: values[order] for column, values in both.items()})


def only_items(people: People, name: str, items: Mapping[str, Days]) -> People:
    """Give everybody exactly one item in place of the list; arrays of shape (size,)."""
    return _replaced(people, name, np.arange(people.size), {column: items[column] for column in LISTS[name]})


def _replaced(people: People, name: str, rows: Days, columns: Mapping[str, Days]) -> People:
    offsets = np.zeros(people.size + 1, np.int64)
    np.cumsum(np.bincount(rows, minlength=people.size), out=offsets[1:])
    known = people.lists[name].known.copy()
    known[rows] = True
    return People(people.size, people.singles, {**people.lists, name: Ragged(offsets, columns, known)})

"""People from the register: everybody inside, of all facilities or of one, by the key of their stay."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import Any

import numpy as np
from django.db.models import Count, Max

from teladan.exemplar.nation.chunk import Chunk, Row, chunk
from teladan.exemplar.nation.layout import UnusableError
from teladan.exemplar.nation.source import Stretch
from teladan.law.terms import Days, day_of
from teladan.ledger.models import Head
from teladan.people.models import Facility, Stay
from teladan.people.queries import facts_of
from teladan.people.queries.register_columns import keys_inside, people_between
from teladan.people.queries.register_reader import one_moment

PEOPLE_AT_ONCE = 16_384


class RegisterSource:
    """`facility`: its code, None: all of them."""

    def __init__(self, facility: str | None, day: dt.date) -> None:
        self._day = day
        self._facility = None if facility is None else _key(facility)

    @cached_property
    def identity(self) -> dict[str, Any]:
        """Every change of the register is in the ledger: while its heads stay where they are, nothing has changed."""
        heads = dict(Head.objects.order_by("facility").values_list("facility", "chain_hash"))
        stays = Stay.objects.aggregate(Count("pk"), Max("pk"))
        return {"kind": "register", "facility": self._facility, "ledger": [*heads.items()], "stays": [*stays.values()]}

    @property
    def total(self) -> int:
        return Stay.objects.filter(**self._inside).count()

    @property
    def _inside(self) -> dict[str, Any]:
        return {"released_on": None} | ({} if self._facility is None else {"facility": self._facility})

    def stretches(self, done: dict[int, int]) -> Iterator[Stretch]:  # noqa: ARG002 - keys are quickly passed over
        with one_moment():
            keys = keys_inside(self._facility)
            for first in range(0, len(keys), PEOPLE_AT_ONCE):
                part = keys[first : first + PEOPLE_AT_ONCE]
                yield Stretch(first, len(part), partial(self._read, part, first))

    def _read(self, keys: Days, first: int) -> Chunk:
        day = day_of(self._day)
        found = people_between(int(keys[0]), int(keys[-1]), day, self._facility)
        days = np.full(len(found.stays), day, np.int64)
        return chunk(found.uids, first, days, found.people, found.broken, lambda rows: self._rows(found.stays[rows]))

    def _rows(self, stays: Days) -> Sequence[Row]:
        by_key = Stay.objects.select_related("person").in_bulk(stays.tolist())
        facts = facts_of([by_key[key] for key in stays.tolist()], self._day)
        return [Row(has_id=True, facts=each.copy) for each in facts]


def _key(code: str) -> int:
    found = Facility.objects.filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        codes = ", ".join(map(str, Facility.objects.exclude(code=None).order_by("code").values_list("code", flat=True)))
        raise UnusableError("--facility", f"no facility has the code {code!r}; there are: {codes}")
    return found

"""The rows an admission begins with, in memory, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from teladan.people.errors import Invalid
from teladan.people.models import Detention, Movement, Sentence, Stay, Verdict
from teladan.people.row_values import assign, fields_of, shape_problems
from teladan.people.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teladan.people.models.base import Recorded

Given = Mapping[str, Any]


def filled(row: Any, values: Given) -> Any:
    """Return the row with the values set; raises Invalid for values that do not fit their fields."""
    assign(row, values)
    if wrong := shape_problems(row, fields_of(type(row))):
        raise Invalid(wrong)
    return row


def orders_of(stay: Stay, detention: Given | Iterable[Given] | None) -> list[Recorded]:
    """Return the detention orders: none, one or several."""
    orders = [detention] if isinstance(detention, Mapping) else list(detention or ())
    return [filled(Detention(stay=stay), order) for order in orders]


def new_orders(whole: Whole, orders: Iterable[Given]) -> list[Recorded]:
    """Return the orders that the stay does not have yet: the same start and authority is the same order."""
    known = {(order.start, order.authority) for order in whole.of(Detention)}
    made = orders_of(whole.stay, orders)
    return [order for order in made if (order.start, order.authority) not in known]  # type: ignore[attr-defined]


def judgment_rows(whole: Whole, verdicts: Iterable[Given]) -> list[Recorded]:
    """Return verdicts and their sentences, numbered in the order they are served, after those the stay has."""
    rows: list[Recorded] = []
    taken = max((sentence.order for sentence in whole.of(Sentence)), default=0)
    for values in verdicts:
        verdict = filled(
            Verdict(stay=whole.stay), {name: value for name, value in values.items() if name != "sentences"}
        )
        rows.append(verdict)
        for sentence in values.get("sentences", ()):
            taken += 1
            rows.append(filled(Sentence(verdict=verdict, order=taken), sentence))
    return rows


def admission_movement(stay: Stay) -> Movement:
    """Return the movement of coming in: now, or the beginning of the day when it was an earlier one."""
    now = timezone.localtime()
    at = now if stay.admitted_on == now.date() else timezone.make_aware(datetime.combine(stay.admitted_on, time.min))
    return Movement(stay=stay, at=at, kind=Movement.Kind.ADMISSION, room=stay.room)


def whole_to_be(stay: Stay, rows: list[Recorded]) -> Whole:
    """Return the stay as it will be, for the checks."""
    by_model: dict[type[Recorded], list[Any]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    return Whole(stay, stay.person, by_model)

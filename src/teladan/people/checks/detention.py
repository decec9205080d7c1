"""Detention orders."""

import datetime as dt
from collections.abc import Iterator

from teladan.people.checks.days import in_order, not_in_future
from teladan.people.models import Detention
from teladan.people.problems import Problem, problem
from teladan.people.whole import Whole


def detention_problems(whole: Whole, today: dt.date) -> Iterator[Problem]:
    """Refuse an order to come, ending before it began, after release, or kept twice."""
    orders = whole.of(Detention)
    for order in orders:
        yield from not_in_future(order, "start", today)
        yield from in_order(order, "start", "end")
        yield from _after_release(order, whole)
    yield from _twice(orders)


def _after_release(order: Detention, whole: Whole) -> Iterator[Problem]:
    released = whole.stay.released_on
    if released and order.start > released:
        yield problem(
            order,
            "start",
            "after_release",
            "Penahanan mulai {start}, sesudah keluar pada {released}. Periksa kedua tanggal.",
            "The detention begins on {start}, after the release on {released}. Check both dates.",
            start=order.start,
            released=released,
        )


def _twice(orders: list[Detention]) -> Iterator[Problem]:
    seen: set[tuple[object, ...]] = set()
    for order in orders:
        same = (order.start, order.end, order.place, order.authority)
        if same in seen:
            yield problem(
                order,
                "start",
                "already_recorded",
                "Penahanan mulai {start} dengan pejabat dan tempat yang sama sudah tercatat.",
                "A detention from {start} by the same authority and in the same place is recorded already.",
                start=order.start,
            )
        seen.add(same)

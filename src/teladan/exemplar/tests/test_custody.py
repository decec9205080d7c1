"""Detention orders hang together from arrest to the final judgment."""

from datetime import date, timedelta

import pytest

from teladan.exemplar.demo import custody, shape
from teladan.exemplar.demo.chance import Chance

DAY = timedelta(days=1)


@pytest.mark.parametrize("category", sorted(shape.shape()))
def test_orders_leave_no_day_uncovered_before_the_judgment_is_final(category) -> None:
    for number in range(40):
        chance = Chance(category, number)
        course = custody.draw_course(date(2024, 2, 29), shape.days_detained(category, chance), chance)
        covered = course.arrested
        for order in custody.orders(course):
            assert order.start <= covered, "a gap"
            covered = max(covered, order.end + DAY)
        assert covered >= course.final


def test_the_days_of_a_procedure_are_in_order_and_a_verdict_falls_on_a_working_day() -> None:
    for number in range(200):
        course = custody.draw_course(date(2024, 1, 1) + number * DAY, 120, Chance(number))
        days = [
            course.arrested,
            course.to_prosecutor,
            course.to_court,
            course.verdict,
            course.to_high_court,
            course.to_supreme_court,
            course.final,
        ]
        assert days == sorted(days)
        assert course.verdict.weekday() < 5


def test_serving_starts_where_the_orders_stop() -> None:
    course = custody.draw_course(date(2024, 1, 1), 120, Chance(1))
    served = custody.serving_from(custody.orders(course), course.final)
    assert served[-1].start == course.final
    assert served[-1].end is None
    assert max(order.end for order in served[:-1]) == course.final - DAY


def test_broken_detention_leaves_the_days_between_free_or_in_the_city() -> None:
    course = custody.draw_course(date(2024, 1, 1), 120, Chance(1))
    free = custody.broken(custody.orders(course), course.to_court, course.final, None)
    assert free[-2].end == course.to_court - DAY
    city = custody.broken(custody.orders(course), course.to_court, course.final, "city")
    assert (city[-2].start, city[-2].end, city[-2].place) == (course.to_court, course.final - DAY, "city")

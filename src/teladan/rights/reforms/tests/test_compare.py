"""Two forecasts beside each other."""

import datetime as dt

import numpy as np
import pytest

from teladan.law.forecast import WAYS, Forecast, Grants
from teladan.rights.reforms.compare import Grade, coming, due, month_starts, moved, staying

DAY = dt.date(2026, 11, 24)


def path(*each: tuple[str | None, str]) -> Forecast:
    leaves = np.array([day for day, _way in each], "M8[D]")
    way = np.array([WAYS.index(way) if way else -1 for _day, way in each], np.int8)
    none = np.empty(0, np.int64)
    grants = Grants(none, none.view("M8[D]"), none.astype(np.int8), none, none, none > 0, none.view("M8[D]"))
    return Forecast(DAY, leaves, way, leaves, leaves, np.zeros(len(each), np.bool_), grants)


@pytest.mark.parametrize(
    ("before", "after", "grade", "days"),
    [
        (("2027-01-01", "parole"), ("2028-01-01", "release"), Grade.LOST, 365),
        (("2027-01-01", "parole"), ("2027-01-02", "parole"), Grade.LATER, 1),
        (("2027-01-01", "release"), ("2027-01-31", "release"), Grade.LATER, 30),
        (("2028-01-01", "release"), ("2027-01-01", "conditional_leave"), Grade.NEW, -365),
        (("2027-01-02", "parole"), ("2027-01-01", "conditional_leave"), Grade.EARLIER, -1),
        (("2027-01-01", "parole"), ("2027-01-01", "conditional_leave"), Grade.SAME, 0),
        ((None, ""), ("2027-01-01", "parole"), Grade.UNKNOWN, None),
    ],
)
def test_what_a_draft_does_to_one_person(before, after, grade, days):
    (found,) = moved(path(before), path(after))
    assert (found.grade, found.days) == (grade, days)


def test_who_may_leave_today_is_inside_today_and_counted_apart():
    found = path((DAY.isoformat(), "parole"), ("2027-01-15", "release"))
    assert staying(found, month_starts(DAY)[:2]) == [2, 1]
    assert due(found) == 1


def test_thirty_six_months_begin_with_the_day_itself():
    days = month_starts(DAY)
    assert len(days) == 37
    assert days[:3] == [DAY, dt.date(2026, 12, 1), dt.date(2027, 1, 1)]
    assert days[-1] == dt.date(2029, 11, 1)


def test_who_leaves_on_a_day_is_not_inside_that_day_and_who_has_no_day_stays():
    found = path(("2026-12-01", "parole"), ("2027-01-15", "release"), (None, ""))
    assert staying(found, month_starts(DAY)[:4]) == [3, 2, 2, 1]


def test_who_came_last_year_comes_again_every_year_and_stays_as_long():
    began = np.array(["2026-02-01"], "M8[D]")
    leaves = np.array(["2026-12-15"], "M8[D]")
    days = [dt.date(2026, 12, 1), dt.date(2027, 2, 2), dt.date(2027, 12, 1), dt.date(2028, 1, 1), dt.date(2028, 2, 3)]
    assert coming(began, leaves, DAY, days) == [0, 1, 1, 0, 1]


def test_nobody_came():
    none = np.empty(0, "M8[D]")
    assert coming(none, none, DAY, month_starts(DAY)) == [0] * 37

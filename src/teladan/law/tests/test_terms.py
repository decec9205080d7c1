"""Lengths and dates against the calendar of the standard library."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.law.conventions import choose
from teladan.law.terms import add_years, date_of, day_of, first_of_year, year_of
from teladan.law.timeline import add, fractions

USUAL = choose()


def days(*dates):
    return np.array([day_of(dt.date.fromisoformat(date)) for date in dates], np.int64)


def iso(found):
    return [date_of(day).isoformat() for day in found]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)), st.integers(-20, 60))
def test_years_are_calendar_years(date, years):
    found = date_of(add_years(np.array([day_of(date)], np.int64), years)[0])
    try:
        assert found == date.replace(year=date.year + years)
    except ValueError:
        assert found == dt.date(date.year + years, 3, 1)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_years_of_dates(date):
    day = np.array([day_of(date)], np.int64)
    assert year_of(day)[0] == date.year
    assert date_of(first_of_year(year_of(day))[0]) == dt.date(date.year, 1, 1)


@pytest.mark.parametrize(
    ("start", "years", "rest", "end"),
    [
        ("2020-02-29", 1, 0, "2021-03-01"),
        ("2020-02-29", 4, 0, "2024-02-29"),
        ("2020-01-31", 0, 30, "2020-03-01"),
        ("2020-08-12", 0, 300, "2021-06-08"),
        ("2024-02-11", 5, 180, "2029-08-10"),
    ],
)
def test_adding_a_term(start, years, rest, end):
    found = add(days(start), np.array([years]), np.array([rest]), USUAL)
    assert iso(found) == [end]


def test_the_other_reading_of_29_february():
    found = add(days("2020-02-29", "2020-02-28"), np.array([1, 1]), np.array([0, 0]), choose(leap_day="february_28"))
    assert iso(found) == ["2021-02-28", "2021-02-28"]


def test_months_before_years():
    found = add(days("2019-02-28"), np.array([1]), np.array([1]), choose(order_of_parts="months_first"))
    assert iso(found) == ["2020-03-01"]
    assert iso(add(days("2019-02-28"), np.array([1]), np.array([1]), USUAL)) == ["2020-02-29"]


@pytest.mark.parametrize(
    ("total", "third", "half", "two_thirds"), [(1, 1, 1, 1), (360, 120, 180, 240), (361, 121, 181, 241)]
)
def test_fractions_are_rounded_up(total, third, half, two_thirds):
    found = fractions(np.array([total]), USUAL)[:, 0].tolist()
    assert found == [third, half, two_thirds]


def test_fractions_rounded_down():
    assert fractions(np.array([361]), choose(threshold_rounding="down"))[1, 0] == 180

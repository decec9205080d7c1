"""Dates as courts write and misspell them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.people.intake.dates import date_at, date_before, month_number, weekday_number
from teladan.people.intake.flat import flatten
from teladan.people.intake.tests.render import day


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_every_date_is_read_back(date):
    for text in (day(date), f"{date:%d-%m-%Y}", f"{date:%d/%m/%Y}", day(date).upper()):
        found = date_at(flatten(text).text, 0)
        assert found is not None
        assert found.date == date
        assert date_before(flatten(f"tanggal {text}").text, len(flatten(f"tanggal {text}").text)).date == date


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("pebruari", 2),
        ("nopember", 11),
        ("agutus", 8),
        ("mret", 3),
        ("januri", 1),
        ("desmber", 12),
        ("juki", None),
        ("xxx", None),
    ],
)
def test_months(name, month):
    assert month_number(name) == month


@pytest.mark.parametrize(("name", "number"), [("jum at", 4), ("kamis", 3), ("slasa", 1), ("ahad", 6), ("besok", None)])
def test_weekdays(name, number):
    assert weekday_number(name) == number


@pytest.mark.parametrize("text", ["31 Februari 2017", "30-02-2016", "8 September 1017", "0 Mei 2014", "12 13 2017"])
def test_a_day_that_does_not_exist_has_no_date(text):
    found = date_at(flatten(text).text, 0)
    assert found is not None
    assert found.date is None


@pytest.mark.parametrize("text", ["08 september 20014", "tanggal 5 mei", "13 juni april 2016", "5 mei 20"])
def test_what_is_no_full_date(text):
    assert date_at(flatten(text).text, 0) is None
    assert date_before(flatten(text).text, len(flatten(text).text)) is None


def test_a_date_with_another_figure_before_it_is_not_trusted():
    text = flatten("tanggal 25 2 februari 2019").text
    assert date_before(text, len(text)) is None


def test_words_between_day_and_month():
    found = date_at(flatten("12 (dua belas) September 2017").text, 0)
    assert found is not None
    assert found.date == dt.date(2017, 9, 12)

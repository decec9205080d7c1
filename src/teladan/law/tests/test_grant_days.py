"""The days of the year on which a remission is given come from the regulation files."""

import datetime as dt

import pytest

from teladan.law.grant_days import day_of_the_year, grant_days
from teladan.law.regulations import LawError


def test_both_ends_count_and_every_year_between():
    found = grant_days("general_remission", dt.date(2024, 8, 17), dt.date(2026, 8, 17))
    assert found == [dt.date(year, 8, 17) for year in (2024, 2025, 2026)]
    assert grant_days("general_remission", dt.date(2024, 8, 18), dt.date(2025, 8, 16)) == []


def test_a_day_before_the_law_is_no_grant_day():
    assert grant_days("child_reduction", dt.date(2017, 1, 1), dt.date(2018, 12, 31)) == [dt.date(2018, 7, 23)]


def test_a_group_has_its_own_day():
    assert day_of_the_year("humanitarian_remission", "age") == (5, 29)


@pytest.mark.parametrize("right", ["parole", "religious_remission"])
def test_a_right_without_a_day_of_the_year_says_so(right):
    with pytest.raises(LawError, match="no day of the year"):
        grant_days(right, dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    with pytest.raises(LawError, match="no day of the year"):
        day_of_the_year(right)

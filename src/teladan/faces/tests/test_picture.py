"""The timeline as a picture: marks in order, nothing on top of anything, nothing outside."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.faces.calculator.answer import Right, Timeline
from teladan.faces.picture import draw, marks
from teladan.faces.picture.bars import of_dates
from teladan.faces.picture.scale import Scale, spread, stairs
from teladan.people.models import Remission

START = date(2024, 2, 11)
TODAY = date(2026, 11, 24)
DATES = Timeline(
    start=START,
    one_third=date(2025, 10, 9),
    half=date(2026, 9, 9),
    two_thirds=date(2027, 8, 10),
    expiry_initial=date(2029, 8, 10),
    expiry=date(2029, 6, 11),
    release=date(2029, 9, 9),
)


def _right(code, day, status="upcoming"):
    return Right(right=code, status=status, date=day, ends=None, length_days=30, law=[], groups=[])


def _marks(rights=(), remissions=()):
    return marks.collect(DATES, rights, remissions, lambda kind, code: f"#{kind}-{code}")


def _grants(count):
    return [
        Remission(kind="general", granted_on=START + timedelta(days=200 * n), months=1) for n in range(1, count + 1)
    ]


def test_every_date_is_there_once_and_in_order():
    found = _marks([_right("parole", date(2027, 8, 10))], _grants(2))
    assert [mark.day for mark in found] == sorted(mark.day for mark in found)
    assert {mark.href for mark in found} == {
        *(f"#date-{name}" for name in Timeline.__annotations__),
        "#right-parole",
    }


@pytest.mark.parametrize("status", ["blocked", "needs_facts", "excluded", "closed"])
def test_a_right_that_is_not_coming_is_not_drawn(status):
    assert "#right-parole" not in {mark.href for mark in _marks([_right("parole", date(2027, 8, 10), status)])}


def test_dates_on_the_same_day_are_one_mark():
    same = Timeline(*[START] * 4, date(2026, 2, 11), date(2026, 2, 11), date(2026, 2, 11))
    found = marks.collect(same, (), (), lambda _kind, code: code)
    assert [mark.href for mark in found][-1:] == ["expiry"]


def test_unknown_dates_are_left_out_not_guessed():
    nothing = Timeline(None, None, None, None, None, None, None)
    assert marks.collect(nothing, (), (), lambda _kind, code: code) == []
    assert of_dates(nothing, TODAY) == []
    assert draw.wide(nothing, [], TODAY).stretches == []


def test_the_stretches_join_and_cover_the_whole_stay():
    bars = of_dates(DATES, TODAY)
    assert [bar.kind for bar in bars] == ["custody", "remaining", "substitute"]
    assert bars[0].start == START
    assert all(one.end == two.start for one, two in pairwise(bars))
    assert bars[-1].end == DATES.release


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_today_may_be_any_day(day):
    bars = of_dates(DATES, day)
    assert bars[0].start == START
    assert all(bar.start < bar.end for bar in bars)


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(20, 300)), max_size=15))
def test_no_text_stands_on_another_nor_on_a_thread(pairs):
    spans = sorted((start, start + width) for start, width in pairs)
    given = stairs(spans, 10)
    for one in range(len(spans)):
        for two in range(one + 1, len(spans)):
            under = spans[two][0] < spans[one][1] + 10
            assert not under or given[one] > given[two]


@given(st.lists(st.floats(0, 500), max_size=20))
def test_standing_labels_keep_apart_and_in_order(places):
    found = spread(sorted(places), 40, 20)
    assert all(two - one > 39.999 for one, two in pairwise(found))


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_no_day_is_drawn_outside(day):
    scale = Scale(START, TODAY, 24, 1000)
    assert 24 <= scale.at(day) <= 1024


@given(st.lists(st.dates(date(2024, 3, 1), date(2029, 9, 1)), max_size=12, unique=True))
def test_everything_fits_the_picture(days):
    names = ["parole", "general_remission", "pre_release_leave", "family_leave"]
    found = _marks([_right(names[n % 4], day) for n, day in enumerate(days)])
    for picture in (draw.wide(DATES, found, TODAY), draw.tall(DATES, found, TODAY)):
        for label in picture.labels:
            assert 0 <= label.text_x <= picture.width
            assert 0 < label.text_y < picture.height
            assert 0 <= label.y <= picture.height


def test_many_remissions_are_dots_and_few_have_words():
    few, many = _marks((), _grants(4)), _marks((), _grants(9))
    assert draw.wide(DATES, few, TODAY).dots == []
    assert len(draw.wide(DATES, many, TODAY).dots) == 9
    assert all("·" in dot.text for dot in draw.tall(DATES, many, TODAY).dots)

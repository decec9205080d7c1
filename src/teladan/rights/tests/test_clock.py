"""Legal limits in days, and that no office is called late on a guess."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.rights.clock import due_after, is_working_day

DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))
KINDS = st.sampled_from(["working", "calendar", "unknown"])


@pytest.mark.parametrize(
    ("opened", "days", "kind", "due"),
    [
        (dt.date(2026, 8, 14), 2, "calendar", dt.date(2026, 8, 16)),  # Friday: Sunday
        (dt.date(2026, 8, 14), 2, "working", dt.date(2026, 8, 19)),  # Monday is 17 August
        (dt.date(2026, 8, 14), 2, "unknown", dt.date(2026, 8, 19)),
        (dt.date(2026, 8, 17), 7, "working", dt.date(2026, 8, 27)),  # Maulid on 25 August
        (dt.date(2025, 12, 24), 1, "working", dt.date(2025, 12, 26)),  # Natal
    ],
)
def test_known_limits(opened: dt.date, days: int, kind: str, due: dt.date) -> None:
    assert due_after(opened, days, kind) == due


@given(DAYS, st.integers(1, 30), KINDS)
def test_a_longer_limit_and_a_later_start_never_end_earlier(opened: dt.date, days: int, kind: str) -> None:
    due = due_after(opened, days, kind)
    assert due > opened
    assert due_after(opened, days + 1, kind) > due
    assert due_after(opened + dt.timedelta(days=1), days, kind) >= due


@given(DAYS, st.integers(1, 30))
def test_working_days_are_the_milder_reading(opened: dt.date, days: int) -> None:
    assert (
        due_after(opened, days, "unknown") == due_after(opened, days, "working") >= due_after(opened, days, "calendar")
    )
    assert is_working_day(due_after(opened, days, "working"))

"""The pages of `docs/` that are made from the demo say what the demo does."""

import re

import pytest
from django.conf import settings

from teladan.exemplar.demo import assumptions
from teladan.exemplar.demo.judge import Answer
from teladan.exemplar.pages import about_demo, bars, published, remission_2025
from teladan.exemplar.pages.markdown import table
from teladan.exemplar.pages.remission_day import RemissionDay

DOCS = settings.ROOT / "docs"


def _kept(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_page_of_the_demo_is_up_to_date() -> None:
    assert _kept("demo.md") == about_demo.render(), "run `teladan demo-docs`"


def test_the_page_of_the_remission_day_is_up_to_date() -> None:
    page, picture = remission_2025.render()
    assert _kept("remission-2025.md") == page, "run `teladan demo-docs`"
    assert _kept(remission_2025.PICTURE) == picture


def test_the_page_of_the_remission_day_shows_the_published_numbers() -> None:
    page = _kept("remission-2025.md")
    assert "419 (84 %)" in page
    for months, people in published.BY_MONTHS.items():
        assert f"| {months} | {people} |" in page
    assert sum(published.BY_MONTHS.values()) == 2307


@pytest.mark.parametrize("key", sorted(assumptions.entries()))
def test_every_assumption_says_what_it_is_and_what_it_rests_on(key) -> None:
    entry = assumptions.entries()[key]
    assert entry["basis"] in assumptions.BASES
    assert entry["id"]
    assert entry["en"]
    assert entry["source"] or entry["basis"] == "assumption"
    assert f"`{key}`" in _kept("demo.md")


@pytest.mark.parametrize("key", sorted(assumptions.entries()))
def test_shares_that_are_a_whole_add_up(key) -> None:
    value = assumptions.entries()[key]["value"]
    if key in {"case_mix", "faith", "appeal", "conduct", "violation_level", "risk", "risk_change"}:
        assert sum(value.values()) == pytest.approx(1)


def test_the_picture_is_a_picture() -> None:
    drawn = bars.draw("A title", ("one", "two"), {1: 0.2, 2: 0.8}, {1: 0.5, 2: 0.5})
    assert "<title>A title</title>" in drawn
    heights = [int(height) for height in re.findall(r'<rect [^>]*height="(\d+)"', drawn)][3:]
    assert heights[2] == pytest.approx(4 * heights[0], abs=2)
    assert heights[1] == heights[3]


def test_a_bar_in_a_cell_does_not_break_a_table() -> None:
    assert table(("a",), [("x|y",)]).splitlines()[-1] == "| x\\|y |"


def _answer(status: str, *failed: str, unknown: tuple[str, ...] = ()) -> Answer:
    return Answer(status, None, 60, failed, unknown)


def test_reasons_count_people_and_the_only_hindrance() -> None:
    day = RemissionDay(
        (
            _answer("eligible"),
            _answer("blocked", "risk"),
            _answer("blocked", "risk", "report"),
            _answer("needs_facts", "grant_day_reached", unknown=("report",)),
        ),
        (),
    )
    assert day.reasons() == [("risk", 2, 0, 1), ("report", 1, 1, 1)]
    assert [day.granted_without(names) for names in ((), ("risk",), ("risk", "report"))] == [1, 2, 4]
    assert day.by_months() == {2: 1}

"""Draws follow the counts."""

from collections import Counter

import pytest

from teladan.exemplar.demo import judgment, offences, shape
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance


def test_the_counts_hold_no_row_of_a_verdict() -> None:
    text = shape.FILE.read_text(encoding="utf-8").lower()
    assert not [word for word in ("court", "pn-", "arrest", "row", "terdakwa", "verdict_date") if word in text]
    small = [term for counts in shape.shape().values() for term in counts["terms"] if term["n"] < 5]
    assert not small


@pytest.mark.parametrize("category", ["narkotika", "perlindungan_anak", "pencurian", "korupsi"])
def test_days_detained_follow_the_counted_quantiles(category) -> None:
    counted = shape.shape()[category]["days_detained_before_verdict"]
    drawn = sorted(shape.days_detained(category, Chance(category, n)) for n in range(2000))
    assert drawn[0] == counted["p05"]
    assert drawn[-1] == counted["p95"]
    assert drawn[1000] == pytest.approx(counted["p50"], rel=0.06)


def test_terms_are_drawn_by_count_and_by_length_of_stay() -> None:
    drawn = Counter(
        judgment.draw(offences.Case("pencurian", life=False), Chance("terms", n)).term for n in range(20_000)
    )
    weights = {
        term: count * judgment._longest("pencurian", term, several=False)
        for term, count in shape.terms("pencurian").items()
    }
    whole = sum(weights.values())
    for term, weight in weights.items():
        assert drawn[term] / 20_000 == pytest.approx(weight / whole, abs=0.015), term


def test_the_case_mix_is_the_published_one() -> None:
    groups = Counter(_group(offences.draw(Chance("mix", n)).category) for n in range(20_000))
    for group, share in assumed("case_mix").items():
        assert groups[group] / 20_000 == pytest.approx(share, abs=0.01)
    assert groups.most_common(1)[0][0] == "sexual"


def test_a_few_serve_life_for_murder() -> None:
    cases = [offences.draw(Chance("life", n)) for n in range(20_000)]
    assert sum(case.life for case in cases) / 20_000 == pytest.approx(assumed("life"), abs=0.002)
    assert {case.category for case in cases if case.life} == {offences.MURDER}
    assert judgment.draw(offences.Case(offences.MURDER, life=True), Chance(1)).kind == "life"


def _group(category: str) -> str:
    return next((group for group, members in offences.GROUPS.items() if category in members), "other")


def test_no_article_before_its_law() -> None:
    assert "UU 35/2014:81(2)" not in shape.articles("perlindungan_anak", 2013)
    assert "UU 35/2014:81(2)" in shape.articles("perlindungan_anak", 2014)


def test_an_article_whose_law_was_not_read_is_never_drawn() -> None:
    assert not [article for name in shape.shape() for article in shape.articles(name, 2026) if article.startswith("?")]


def test_theft_by_force_is_robbery() -> None:
    assert offences.code("pencurian", ["KUHP:365(1)"]) == "robbery"
    assert offences.code("pencurian", ["KUHP:362"]) == "theft"
    assert offences.code("kehutanan", []) == "other"

"""The same name gives the same draws; another name gives others."""

from datetime import date

from teladan.exemplar.demo.chance import Chance


def _draws(chance: Chance) -> list[object]:
    return [
        chance.share(),
        chance.whole(1, 6),
        chance.pick({"a": 1, "b": 2}),
        chance.day(date(2024, 1, 1), date(2025, 1, 1)),
    ]


def test_repeats() -> None:
    assert _draws(Chance(7, "people", 3)) == _draws(Chance(7, "people", 3))


def test_streams_differ() -> None:
    assert _draws(Chance(7, "people", 3)) != _draws(Chance(7, "people", 4))
    assert _draws(Chance(7, "people", 3)) != _draws(Chance(8, "people", 3))


def test_the_draws_are_the_same_on_every_machine() -> None:
    assert Chance(7, "people", 3).whole(0, 10**6) == 785134


def test_a_day_between_days_that_are_the_wrong_way_round_is_the_first() -> None:
    assert Chance(1).day(date(2024, 5, 2), date(2024, 5, 1)) == date(2024, 5, 2)

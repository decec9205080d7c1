"""The tiles in the order they are wanted: what to do first, what else presses, what to know, what is empty."""

from dataclasses import dataclass

from teladan.desk.home.tile import Tile

TONES = ("alarm", "today", "")


@dataclass(frozen=True)
class Ordered:
    """`first` is the officer's own next action, `pressing` the rest that is red, due today or waits for somebody."""

    first: Tile | None
    pressing: list[Tile]
    known: list[Tile]
    empty: list[Tile]


def ordered(tiles: list[Tile]) -> Ordered:
    counted = [tile for tile in tiles if tile.count]
    pressing = sorted((tile for tile in counted if tile.tone or tile.task), key=_rank)
    first = next((tile for tile in pressing if tile.task), None)
    return Ordered(
        first,
        [tile for tile in pressing if tile is not first],
        [tile for tile in counted if tile not in pressing],
        [tile for tile in tiles if not tile.count],
    )


def _rank(tile: Tile) -> tuple[int, bool]:
    return TONES.index(tile.tone), not tile.task

"""Chance that can be repeated: one named stream for each thing drawn, so that adding a draw shifts no other."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream named by its parts; the same name gives the same draws on every machine."""

    def __init__(self, *name: object) -> None:
        self._random = random.Random("/".join(map(str, name)))  # noqa: S311  # made-up people, not secrets

    def happens(self, probability: float) -> bool:
        """Return True with this probability."""
        return self._random.random() < probability

    def share(self) -> float:
        """Return a number from 0 up to 1."""
        return self._random.random()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return self._random.randint(low, high)

    def one_of(self, values: Sequence[T]) -> T:
        """Return one of the values, each as likely."""
        return self._random.choice(values)

    def pick(self, weights: Mapping[T, float]) -> T:
        """Return a key with a probability in proportion to its weight."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def day(self, first: date, last: date) -> date:
        """Return a day from first to last, both included; first when last is earlier."""
        return first + timedelta(days=self.whole(0, max(0, (last - first).days)))

"""The one word of a list that a misspelt word must mean, or none."""

from collections.abc import Iterable

SHORTEST = 4


def nearest(word: str, choices: Iterable[str], reach: int = 1) -> str | None:
    """Return the only choice within `reach` typing slips of `word`; None if there is none, or more than one."""
    if len(word) < SHORTEST:
        return None
    close = [choice for choice in choices if _within(word, choice, reach)]
    return close[0] if len(close) == 1 else None


def _within(word: str, choice: str, reach: int) -> bool:
    return abs(len(word) - len(choice)) <= reach and slips(word, choice) <= reach


def slips(left: str, right: str) -> int:
    """Typing slips between two words: letters added, dropped, changed, or two neighbours swapped."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        two_back, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, two_back[j - 2] + 1)
            row.append(cost)
    return row[-1]

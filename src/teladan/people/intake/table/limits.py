"""How far a list may reach."""

from collections.abc import Iterable

from teladan.people.intake.messages import UnreadableError

MOST_ROWS, MOST_COLUMNS = 5_000, 200


def refuse_far(rows: int, columns: int) -> None:
    """Raise UnreadableError when a sheet reaches further than any list of verdicts does."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise UnreadableError("too_far", rows=MOST_ROWS, columns=MOST_COLUMNS)


def within(rows: Iterable[list[object]]) -> list[list[object]]:
    """Return the rows, read no further than the first that is too many or too wide."""
    kept: list[list[object]] = []
    for row in rows:
        kept.append(row)
        refuse_far(len(kept), len(row))
    return kept

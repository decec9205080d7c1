"""The table of rights: the open ones first, each with its reason in plain words."""

from dataclasses import dataclass

from teladan.desk import words
from teladan.rights.models import RightStanding, Standing

ORDER = ("eligible", "upcoming", "needs_facts", "blocked", "excluded", "closed")


@dataclass(frozen=True)
class Row:
    """One right of one stay. `reasons` are conditions not met, `lacking` conditions that wait for a fact."""

    right: RightStanding
    name: words.Text
    reasons: list[str]
    lacking: list[str]

    @property
    def quiet(self) -> bool:
        """Whether the row is only for completeness: nothing can be done about it."""
        return self.right.status in ("excluded", "closed")


def rows(standing: Standing) -> dict[str, list[Row]]:
    """Return the rights that matter `now`, by state and date, and the `quiet` ones that do not apply."""
    found = [_row(right) for right in sorted(standing.rights.all(), key=_place)]
    return {"now": [row for row in found if not row.quiet], "quiet": [row for row in found if row.quiet]}


def _place(right: RightStanding) -> tuple[int, str, str]:
    order = ORDER.index(right.status) if right.status in ORDER else len(ORDER)
    return order, right.date.isoformat() if right.date else "9", right.right


def _row(right: RightStanding) -> Row:
    reasons = [words.criterion_title(code) for code in right.failed]
    lacking = [words.criterion_title(code) for code in right.unknown]
    return Row(right, words.right_name(right.right), reasons, lacking)

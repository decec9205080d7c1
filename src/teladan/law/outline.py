"""Parts of an explanation for when hundreds are asked at once and the rest of the words is not needed."""

from typing import Any

from teladan.law import explain, words
from teladan.law.codes import MET, STATUSES, UNKNOWN
from teladan.law.engine import Asked, Ruling
from teladan.law.situation import Situation


def unmet(s: Situation, ruling: Ruling, row: int) -> list[dict[str, Any]]:
    """The findings of one right that are not met or not known: part of what `explain.right` writes, in its order."""
    open_ones = {one.criterion.name for one in _open(ruling, row)}
    if not open_ones:
        return []
    few = ruling._replace(asked=tuple(one for one in ruling.asked if one.criterion.name in open_ones))
    told = explain.right(s, few, row, {})
    return [finding for finding in told["findings"] if finding["criterion"] in open_ones]


def outline(ruling: Ruling, row: int) -> dict[str, Any]:
    """What the notes look at of one right: fields as `explain.right` writes them, unmet findings without words."""
    return {
        "right": ruling.right.name,
        "status": STATUSES[ruling.status[row]],
        "date": words.iso(int(ruling.date[row])),
        "length": words.parts(int(ruling.length_days[row])),
        "findings": [
            {
                "criterion": one.criterion.name,
                "met": None if one.answer.code[row] == UNKNOWN else False,
                "law": one.law.law,
            }
            for one in _open(ruling, row)
        ],
    }


def _open(ruling: Ruling, row: int) -> list[Asked]:
    """The questions that concern the person and are not met or not known; none for a scheme that is closed."""
    if STATUSES[ruling.status[row]] == "closed":
        return []
    return [one for one in ruling.asked if one.answer.code[row] != MET and _concerns(one, row)]


def _concerns(asked: Asked, row: int) -> bool:
    applies = asked.answer.applies
    return applies is None or bool(applies[row])

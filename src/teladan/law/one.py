"""One person's facts as text in, the assessment out: the one function behind `teladan assess` and the API."""

import datetime as dt
from collections.abc import Callable
from typing import Any, NamedTuple

from teladan.law.assess import assess
from teladan.law.conventions import DEFAULT, Conventions
from teladan.law.json_text import read_json
from teladan.law.reading import FactsError
from teladan.law.rule_ids import NONE_CONFIRMED, Confirmed


class Answered(NamedTuple):
    """The facts as they were read, and their assessment as the contract writes it."""

    facts: dict[str, Any]
    found: dict[str, Any]


def answer(
    text: str,
    as_of: dt.date | None,
    today: Callable[[], dt.date],
    conventions: Conventions = DEFAULT,
    confirmed: Confirmed = NONE_CONFIRMED,
) -> Answered:
    """Assess on `as_of`, else on the facts' own day, else today. FactsError says what cannot be used."""
    facts = read_json(text)
    if not isinstance(facts, dict):
        raise FactsError("", "expected the facts of one person: an object { }")
    day = as_of or (None if facts.get("as_of") else today())
    return Answered(facts, assess(facts, day, conventions, confirmed=confirmed))

"""A person's dates as plain text, before and after an act, to be shown side by side."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from teladan.people.models import Stay
from teladan.people.queries import facts_of
from teladan.rights import findings


def timeline_of(stay: Stay, as_of: dt.date) -> dict[str, Any]:
    """Return the timeline of one stay as JSON: ISO dates, numbers."""
    return timelines_of([stay], as_of)[0]


def timelines_of(stays: Sequence[Stay], as_of: dt.date) -> list[dict[str, Any]]:
    """Return the timelines of stays in one call of the law; empty where the facts cannot be assessed."""
    return [as_json(found.timeline) for found in findings.find(facts_of(stays, as_of), as_of)]


def as_json(timeline: Mapping[str, Any]) -> dict[str, Any]:
    """Write dates as ISO texts."""
    return {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in timeline.items()
        if value is not None
    }

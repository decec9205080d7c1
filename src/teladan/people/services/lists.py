"""An officer confirms that a list of facts is complete, so that an empty one counts as "none"."""

import datetime as dt
from collections.abc import Iterable

from teladan.people.models import Officer, Stay
from teladan.people.services.changing import change


def confirm_lists(  # noqa: PLR0913
    stay: Stay,
    lists: Iterable[str],
    *,
    expected_version: int,
    actor: Officer | None,
    why: str,
    today: dt.date | None = None,
) -> Stay:
    """Mark the lists (names of `fact_lists.FACT_LISTS`) as checked, besides those checked before; return the stay."""
    known = sorted({*Stay.objects.only("known_lists").get(pk=stay.pk).known_lists, *lists})
    values = {"known_lists": known}
    changed: Stay = change(stay, values, expected_version=expected_version, actor=actor, why=why, today=today)
    return changed

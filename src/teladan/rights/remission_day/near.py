"""Remission days come by themselves: each night, and after a change, those whose preparation time has come."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from django.db import OperationalError

from teladan.people.models import Facility, Stay
from teladan.rights.day import moment
from teladan.rights.errors import RightsError
from teladan.rights.jobs.asking import ask_open
from teladan.rights.models import Occasion
from teladan.rights.remission_day.calendar import CommonDay, counted, due_days
from teladan.rights.remission_day.following import Followed, follow_occasion
from teladan.rights.remission_day.occasion import open_occasion
from teladan.rights.remission_day.proposal import propose

T = TypeVar("T")


def keep_days(facility: Facility, as_of: dt.date, now: dt.datetime) -> tuple[int, Followed]:
    """Open the days that have come near, let the open ones follow; a transaction for each. Again: nothing.

    Returns how many days were opened, and what following did. A day that fails does not stop the others: what failed
    is raised at the end, together.
    """
    faults: list[Exception] = []
    follow = [partial(follow_occasion, occasion, now=now) for occasion in _undecided(facility)]
    followed = sum(_each(follow, faults), Followed())
    missing = [partial(_open, facility, each, now) for each in unopened(facility, as_of)]
    opened = sum(_each(missing, faults))
    if faults:
        raise ExceptionGroup("remission days that failed", faults)
    return opened, followed


def _each(acts: Sequence[Callable[[], T]], faults: list[Exception]) -> Iterator[T]:
    for act in acts:
        try:
            yield act()
        except OperationalError:  # the database itself is away
            raise
        except Exception as fault:  # noqa: BLE001 - raised by the caller with the others
            faults.append(fault)


def ask_days(facility: Facility, as_of: dt.date) -> None:
    """Ask the worker for the days that have come near, when the time of preparation itself was changed."""
    for each in unopened(facility, as_of):
        ask_open(facility, each.right, each.day, each.religion, actor=None, how=Occasion.How.CHANGE, now=moment(as_of))


def unopened(facility: Facility, as_of: dt.date) -> list[CommonDay]:
    """Return the days whose preparation time has come and whose cases nobody has opened yet, by day."""
    return _missing(facility, due_days(facility, as_of))


def _undecided(facility: Facility) -> list[Occasion]:
    return list(Occasion.objects.filter(facility=facility, state=Occasion.State.PROPOSED).select_related("facility"))


def _missing(facility: Facility, days: Sequence[CommonDay]) -> list[CommonDay]:
    if not days:
        return []
    there = set(Occasion.objects.filter(facility=facility).values_list("right", "religion", "grant_day"))
    return [each for each in days if each.key not in there]


def _open(facility: Facility, each: CommonDay, now: dt.datetime) -> bool:
    night = Occasion.How.NIGHT
    try:
        open_occasion(facility, each.right, each.day, religion=each.religion, actor=None, now=now, how=night)
    except RightsError as refused:
        if refused.code != "nobody":
            raise
        return False
    return True


def keep_days_of(facility: Facility, stays: Sequence[Stay], as_of: dt.date) -> None:
    """After a change of these stays: open days follow for them; a day that should be open is asked of the worker.

    The whole facility is not computed inside somebody's change: a page would wait for it.
    """
    now, only = moment(as_of), [stay.pk for stay in stays]
    for occasion in _undecided(facility):
        follow_occasion(occasion, only=only, now=now)
    for each in _missing(facility, due_days(facility, as_of, counted(stays))):
        if propose(facility, each.right, each.day, each.religion or None, only).granted:
            ask_open(facility, each.right, each.day, each.religion, actor=None, how=Occasion.How.CHANGE, now=now)

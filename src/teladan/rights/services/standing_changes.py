"""Keeping the assessment that is replaced: what it was, since when, what moved and why. In the same transaction."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.utils import timezone

from teladan.law.rule_digests import rule_digests
from teladan.people import bulk
from teladan.people.models import Stay
from teladan.rights.models import Cause, LawSeen, Standing, StandingChange
from teladan.rights.services.causes import Causes, Lines, Pair, causes_of


class Compared(Protocol):
    """A stay with its assessment before and after, and what moved."""

    stay: Stay
    facts: Mapping[str, Any]
    before: Standing | None
    after: Standing
    dates_moved: dict[str, list[Any]]
    rights_moved: dict[str, list[Any]]

    @property
    def moved(self) -> bool: ...


def keep(people: Iterable[Compared], because: Lines) -> None:
    """Write a line for each stay whose assessment is another one now, and the law when it is seen first."""
    people = list(people)
    now = timezone.now()
    _see_law(people, now)
    moved = [
        (each, Pair(each.stay, each.before, each.after, each.facts)) for each in people if each.moved and each.before
    ]
    causes = causes_of([pair for _each, pair in moved], because)
    rows = [_line(each, pair, why, now) for (each, pair), why in zip(moved, causes, strict=True)]
    bulk.insert(StandingChange, rows)


def _line(each: Compared, pair: Pair, why: Causes, now: dt.datetime) -> StandingChange:
    before, after = pair.before, pair.after
    alone = all(cause == {"kind": Cause.DAY.value} for cause in why)
    return StandingChange(
        stay_id=before.stay_id,
        facility_id=after.facility_id,
        at=after.known_from or now,
        known_from=before.known_from,
        as_of=before.as_of,
        new_as_of=after.as_of,
        facts_hash=before.facts_hash,
        new_facts_hash=after.facts_hash,
        law_version=before.law_version,
        new_law_version=after.law_version,
        feasts_seen=before.feasts_seen,
        dates=each.dates_moved,
        rights=each.rights_moved,
        causes=why,
        quiet=alone or not (each.dates_moved or each.rights_moved),
    )


def _see_law(people: Iterable[Compared], now: dt.datetime) -> None:
    """Remember what the law of this program says, rule by rule, before the next one replaces it."""
    versions = {
        each.after.law_version
        for each in people
        if each.before is None or each.before.law_version != each.after.law_version
    }
    for version in versions - set(LawSeen.objects.filter(version__in=versions).values_list("version", flat=True)):
        LawSeen.objects.get_or_create(version=version, defaults={"first_used_at": now, "rules": dict(rule_digests())})

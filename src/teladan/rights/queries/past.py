"""What was the answer on a past day, and is it the same when it is worked out again from what was known then."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from teladan.law import LAW_VERSION
from teladan.law.feasts import Feasts
from teladan.law.rule_digests import differing, rule_digests
from teladan.people.models import Stay
from teladan.people.queries import Known, known_on, without_history
from teladan.rights import confirmations, feasts, findings
from teladan.rights.findings import Found
from teladan.rights.models import LawSeen, Standing, StandingChange
from teladan.rights.services.assess import standing_of
from teladan.rights.services.causes import hash_of
from teladan.rights.services.moves import as_json, dates_as_json, values_of


@dataclass
class Stored:
    """The assessment that was kept at a moment: `dates` and `rights` as `StandingChange` writes them.

    `as_of`: the last day as of which it was found to hold; `known_from`: since when it was kept.
    """

    as_of: dt.date
    known_from: dt.datetime | None
    facts_hash: str
    law_version: str
    feasts_seen: int | None
    dates: dict[str, Any]
    rights: dict[str, Any]


@dataclass(frozen=True)
class Again:
    """An answer worked out again. `equal`: None where it cannot be compared; `differs`: the names that do.

    `compared_on`: the day for which it was worked out once more to be compared, one for which the stored was made.
    """

    known: Known
    as_of: dt.date
    facts: dict[str, Any]
    found: Found
    stored: Stored | None
    law_then: str
    compared_on: dt.date | None
    equal: bool | None
    differs: list[str]
    unrecorded: list[str] = field(default_factory=list)

    @property
    def facts_hash(self) -> str:
        """The digest of the facts as they were known."""
        return hash_of(self.facts)

    @property
    def same_law(self) -> bool | None:
        """Whether the law of that time is the present one; None where it is not known."""
        return self.law_then == LAW_VERSION if self.law_then else None

    @property
    def changed_rules(self) -> tuple[str, ...] | None:
        """Which rules differ between the law of that time and the present one; None where that is not kept."""
        return rules_between(self.law_then, LAW_VERSION)


def assess_as_known(stay: Stay, day: dt.date, as_of: dt.date | None = None) -> Again | None:
    """Assess by what the register knew at the end of `day`, as of that day or another; None: it was not there yet.

    Compared with the stored assessment of that time on a day for which that one was made, the nearest to `day`.
    """
    known = known_on(stay.pk, day)
    if known is None:
        return None
    stored = stored_before(stay, known.moment)
    on = as_of or day
    facts, found, _standing = _worked_out(known, on, feasts.known_before(known.moment))
    then = stored.law_version if stored else _law_before(known.moment)
    made_on = _made_on(stay, stored, known, day) if stored and then == LAW_VERSION else None
    differs = _differing(stored, known, made_on) if stored and made_on else []
    equal = not differs if made_on else None
    return Again(known, on, facts, found, stored, then, made_on, equal, differs, without_history(stay))


def stored_before(stay: Stay, moment: dt.datetime) -> Stored | None:
    """Return the assessment that was kept just before a moment; None where none was, or it is not known any more."""
    standing = Standing.objects.filter(stay=stay).prefetch_related("rights").first()
    if standing is None:
        return None
    state = _present(standing)
    for line in StandingChange.objects.filter(stay=stay, at__gte=moment).order_by("-id"):
        _undo(state, line)
    return state if state.known_from and state.known_from < moment else None


def rules_between(before: str, after: str) -> tuple[str, ...] | None:
    """Return the names of the rules that differ between two versions of the law; None where one was never seen."""
    seen = dict(LawSeen.objects.filter(version__in=[before, after]).values_list("version", "rules"))
    seen.setdefault(LAW_VERSION, dict(rule_digests()))
    return differing(seen[before], seen[after]) if before in seen and after in seen else None


def _present(standing: Standing) -> Stored:
    rights = {each.right: each for each in standing.rights.all()}
    return Stored(
        as_of=standing.as_of,
        known_from=standing.known_from,
        facts_hash=standing.facts_hash,
        law_version=standing.law_version,
        feasts_seen=standing.feasts_seen,
        dates=dates_as_json(standing),
        rights={name: as_json(values_of(right)) for name, right in rights.items()},
    )


def _undo(state: Stored, line: StandingChange) -> None:
    state.as_of, state.known_from = line.as_of, line.known_from
    state.facts_hash, state.law_version, state.feasts_seen = line.facts_hash, line.law_version, line.feasts_seen
    state.dates |= {name: before for name, (before, _after) in line.dates.items()}
    state.rights |= {name: before for name, (before, _after) in line.rights.items()}
    state.rights = {name: values for name, values in state.rights.items() if values is not None}


def _worked_out(known: Known, as_of: dt.date, days: Feasts) -> tuple[dict[str, Any], Found, Standing]:
    facts = known.facts(as_of)
    found = findings.find([facts], as_of, days, confirmations.known_before(known.moment))[0]
    return facts, found, standing_of(known.stay, facts, found, as_of)


def _made_on(stay: Stay, stored: Stored, known: Known, day: dt.date) -> dt.date:
    """Return a day for which the stored assessment was made, the nearest to `day`."""
    begun = StandingChange.objects.filter(stay=stay, at__lt=known.moment).order_by("-id").first()
    last = min(day, stored.as_of)
    return max(begun.new_as_of, last) if begun else last


def _differing(stored: Stored, known: Known, made_on: dt.date) -> list[str]:
    """Return what is otherwise when it is worked out as the stored one was: on its day, by the feasts it knew."""
    seen = stored.feasts_seen
    days = feasts.known_before(known.moment) if seen is None else feasts.known_up_to(seen)
    _facts, found, standing = _worked_out(known, made_on, days)
    rights = {name: as_json(values_of(right)) for name, right in found.rights.items()}
    dates = dates_as_json(standing)
    of_dates = [name for name, value in dates.items() if stored.dates.get(name) != value]
    return of_dates + [name for name in {**rights, **stored.rights} if rights.get(name) != stored.rights.get(name)]


def _law_before(moment: dt.datetime) -> str:
    seen = LawSeen.objects.filter(first_used_at__lt=moment).order_by("id").last()
    return seen.version if seen else ""

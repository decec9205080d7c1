"""Which versions of rules lawyers have confirmed, as the law's files stand now: for the whole installation."""

import datetime as dt
from collections.abc import Mapping

from django.db.models import Max, QuerySet

from teladan.law.criteria import REGISTRY
from teladan.law.manual import versions
from teladan.law.regulations import in_force
from teladan.law.rights import RIGHTS
from teladan.law.rule_ids import Confirmed, rule_id
from teladan.law.terms import day_of
from teladan.rights.models import Confirmation


def digest_now(rule: str) -> str:
    """Return the digest of what a version says now; empty for one that the files no longer have."""
    found = versions().get(rule)
    return found[1].digest if found else ""


def last_by_rule() -> Mapping[str, Confirmation]:
    """Return the last confirmation of each version that nobody took back, also of an earlier wording: one query."""
    rows = Confirmation.objects.filter(withdraws=None, withdrawn=None).order_by("pk")
    return {row.rule: row for row in rows.select_related("made_by__facility")}


def confirmed() -> Confirmed:
    """Return the versions whose present words are confirmed: one query."""
    return _current(Confirmation.objects.filter(withdraws=None, withdrawn=None))


def conditions(right: str, on: dt.date, known: Confirmed) -> frozenset[str]:
    """Return the conditions of a right whose words in force on a day are among the confirmed ones."""
    asked = RIGHTS[right]
    laws = {name: in_force(REGISTRY[name].laws, day_of(on), asked.scope) for name in asked.criteria} if known else {}
    return frozenset(name for name, law in laws.items() if law and rule_id("criterion", name, law) in known)


def known_before(moment: dt.datetime) -> Confirmed:
    """Return those whose present words were confirmed just before a moment: later acts undone."""
    said = Confirmation.objects.filter(made_at__lt=moment)
    gone = said.exclude(withdraws=None).values("withdraws")
    return _current(said.filter(withdraws=None).exclude(pk__in=gone))


def _current(rows: QuerySet[Confirmation]) -> Confirmed:
    return frozenset(rule for rule, digest in rows.values_list("rule", "digest") if digest == digest_now(rule))


def last_key() -> int:
    """Return the key of the last row; rows are only added, so it grows with every confirmation and withdrawal."""
    return Confirmation.objects.aggregate(last=Max("pk"))["last"] or 0

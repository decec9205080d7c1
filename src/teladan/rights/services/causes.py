"""Why an assessment is another one than before: only what is known to have changed is named."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from teladan.law.facts import facts_hash
from teladan.people.models import Stay
from teladan.people.queries import FACT_MODELS, facts_of
from teladan.rights.models import Cause, FeastCorrection, Standing

DAY = re.compile(r"\d{4}-\d\d(-\d\d)?")
Causes = list[dict[str, Any]]
Lines = Mapping[int, Sequence[str]]
OF_THE_FACTS = tuple(f"{model._meta.model_name}:" for model in FACT_MODELS)  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class Pair:
    """A stay with its assessment before and after, and the facts of the one after."""

    stay: Stay
    before: Standing
    after: Standing
    facts: Mapping[str, Any]


def hash_of(facts: Mapping[str, Any]) -> str:
    """Return the digest of what is known about somebody, the same on every day on which nothing changed."""
    return facts_hash({name: value for name, value in facts.items() if name != "as_of"})


def causes_of(pairs: Sequence[Pair], lines: Lines) -> list[Causes]:
    """Return why each is another one. `lines`: what an act wrote about these stays, as `people.changes.because`."""
    unexplained = [pair for pair in pairs if _facts_changed(pair) and not _lines(pair, lines)]
    by_day = _changed_by_the_day(unexplained)
    feasts = _corrections(pairs)
    return [_causes(pair, _lines(pair, lines), feasts, by_day=pair.stay.pk in by_day) for pair in pairs]


def _causes(pair: Pair, lines: list[str], feasts: Sequence[FeastCorrection], *, by_day: bool) -> Causes:
    before, after = pair.before, pair.after
    found: Causes = []
    if before.law_version != after.law_version:
        found.append({"kind": Cause.LAW.value})
    if (_facts_changed(pair) and not by_day) or (lines and before.detention_ends != after.detention_ends):
        found.append({"kind": Cause.REGISTER.value, "lines": lines})
    if mine := [row.pk for row in feasts if _concerns(row, pair)]:
        found.append({"kind": Cause.FEAST.value, "corrections": mine})
    if before.as_of != after.as_of:
        found.append({"kind": Cause.DAY.value} | arrived(pair.facts, before.as_of, after.as_of))
    return found or [{"kind": Cause.PROGRAM.value}]


def arrived(facts: Mapping[str, Any], before: dt.date, today: dt.date) -> dict[str, Any]:
    """Return which days that the facts name came between two days, by list: a remission counts from its own day on."""
    first, last = before.isoformat(), today.isoformat()
    days = {
        name: sorted({day for day in _days_in(value) if first < day <= last})
        for name, value in facts.items()
        if name not in ("as_of", "person")
    }
    found = {name: some for name, some in days.items() if some}
    return {"arrived": found} if found else {}


def _days_in(value: Any) -> Iterator[str]:
    """Yield every day written anywhere inside; a month by its first day."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _days_in(each)
    elif isinstance(value, str) and DAY.fullmatch(value):
        yield value if len(value) > len("2026-08") else f"{value}-01"


def _facts_changed(pair: Pair) -> bool:
    return pair.before.facts_hash != pair.after.facts_hash


def _lines(pair: Pair, lines: Lines) -> list[str]:
    return [line for line in lines.get(pair.stay.pk, ()) if line.startswith(OF_THE_FACTS)]


def _changed_by_the_day(pairs: Sequence[Pair]) -> set[int]:
    """Return the stays whose facts are read otherwise today without any change: which letter counts depends on it."""
    by_day: dict[dt.date, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.before.as_of != pair.after.as_of:
            by_day[pair.before.as_of].append(pair)
    found = set()
    for day, there in by_day.items():
        then = facts_of([pair.stay for pair in there], day)
        found |= {
            pair.stay.pk for pair, facts in zip(there, then, strict=True) if hash_of(facts) == pair.before.facts_hash
        }
    return found


def _corrections(pairs: Sequence[Pair]) -> list[FeastCorrection]:
    seen = [pair.before.feasts_seen for pair in pairs if pair.before.feasts_seen != pair.after.feasts_seen]
    known = [key for key in seen if key is not None]
    return list(FeastCorrection.objects.filter(pk__gt=min(known)).order_by("pk")) if known else []


def _concerns(row: FeastCorrection, pair: Pair) -> bool:
    before, after = pair.before.feasts_seen, pair.after.feasts_seen or 0
    return before is not None and before < row.pk <= after and row.religion == pair.stay.person.religion

"""Why did the dates move: the kept changes of a stay with their causes, ready to be told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from teladan.law.criteria import REGISTRY
from teladan.law.rights import RIGHTS
from teladan.law.rule_ids import rule_id
from teladan.people.models import Remission
from teladan.people.queries import Change, history_of
from teladan.rights.models import Cause, Decision, FeastCorrection, StandingChange
from teladan.rights.queries.past import rules_between
from teladan.rights.services.moves import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from django.db.models import QuerySet

    from teladan.people.models import Stay

NOT_DATES = ("register_class", "problem", "term_days", "remission_days", "substitute_days")
LOOKED_BACK = 50  # kept changes of one right among which its last move of a day is looked for


@dataclass(frozen=True)
class Moved:
    """One date or number of the timeline, before and after; None: there was, or is, none."""

    name: str
    old: Any
    new: Any

    @property
    def days(self) -> int | None:
        """By how many days it moved, later counted up; None where it is no date or one of both is missing."""
        both = isinstance(self.old, dt.date) and isinstance(self.new, dt.date)
        return (self.new - self.old).days if both else None


@dataclass(frozen=True)
class RightMoved:
    """One right before and after: `status`, `date`, `ends`, `length_days`, `failed`, `unknown`; empty for none."""

    right: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]

    @property
    def date(self) -> Moved:
        """Its day."""
        return Moved("date", self.old.get("date"), self.new.get("date"))

    def since(self, name: str) -> list[str]:
        """Conditions of a list (`failed`, `unknown`) that were not in it before."""
        return [each for each in self.new.get(name) or () if each not in (self.old.get(name) or ())]

    def no_more(self) -> list[str]:
        """Conditions that were not met or not known before and are met now."""
        before = [*(self.old.get("failed") or ()), *(self.old.get("unknown") or ())]
        now = [*(self.new.get("failed") or ()), *(self.new.get("unknown") or ())]
        return [each for each in before if each not in now]


@dataclass(frozen=True)
class Rule:
    """A rule of the law that was changed: `kind` right, criterion or table; `law`: what is cited for it now."""

    name: str
    kind: str
    code: str
    title: Mapping[str, str]
    law: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True)
class Grant:
    """A remission behind a change, and the case by which it was granted, where there was one."""

    remission: Remission
    case: UUID | None = None


@dataclass
class Reason:
    """One cause with all that is known about it. `rules` is None where the law of that time was never seen here."""

    kind: str
    models: Sequence[str] = ()
    changes: Sequence[Change] = ()
    grants: Sequence[Grant] = ()
    corrections: Sequence[FeastCorrection] = ()
    rules: Sequence[Rule] | None = None
    arrived: Mapping[str, Sequence[dt.date]] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One change of the assessment with its reasons."""

    kept: StandingChange
    dates: list[Moved]
    rights: list[RightMoved]
    reasons: list[Reason]


def moves(stay: Stay, *, quiet: bool) -> QuerySet[StandingChange]:
    """Return the kept changes of a stay, the newest first; `quiet`: also what days alone brought."""
    kept = StandingChange.objects.filter(stay=stay).order_by("-id")
    return kept if quiet else kept.filter(quiet=False)


def last_move(stay: Stay, code: str) -> tuple[Moved, Line] | None:
    """Return how a date of the timeline moved last, and the change it moved in."""
    kept = StandingChange.objects.filter(stay=stay, dates__has_key=code).order_by("-id").first()
    if kept is None:
        return None
    line = explained(stay, [kept], history=False)[0]
    return next(each for each in line.dates if each.name == code), line


def last_moves(stay: Stay) -> Line | None:
    """Return the last change in which the end of the sentence or two thirds of it moved; None where none did."""
    moved = Q(dates__has_any_keys=["two_thirds", "expiry", "release"])
    kept = StandingChange.objects.filter(moved, stay=stay).order_by("-id").first()
    return explained(stay, [kept], history=False)[0] if kept else None


def last_move_of_right(stay: Stay, right: str) -> tuple[Moved, Line] | None:
    """Return how the day of a right moved last, and the change it moved in."""
    kept = StandingChange.objects.filter(stay=stay, rights__has_key=right).order_by("-id")[:LOOKED_BACK]
    found = next((each for each in kept if _right(right, each.rights[right]).date.days), None)
    if found is None:
        return None
    line = explained(stay, [found], history=False)[0]
    return next(each.date for each in line.rights if each.right == right), line


def explained(stay: Stay, kept: Sequence[StandingChange], *, history: bool = True) -> list[Line]:
    """Return changes with their reasons, in a fixed number of queries. `history`: with who changed what, and why.

    Without it a reason only says of which kind the changed rows are, and which remissions there were.
    """
    background = _Background(stay, kept, history=history)
    return [
        Line(
            each,
            [_moved(name, pair) for name, pair in each.dates.items()],
            [_right(name, pair) for name, pair in each.rights.items()],
            [background.reason(cause, each) for cause in each.causes],
        )
        for each in kept
    ]


class _Background:
    """Everything that the reasons of some changes point to, asked for once."""

    def __init__(self, stay: Stay, kept: Sequence[StandingChange], *, history: bool) -> None:
        causes = [cause for each in kept for cause in each.causes]
        lines = {line for cause in causes for line in cause.get("lines", ())}
        self.lines = _history(stay, lines) if history and lines else {}
        self.grants = _grants(stay, lines, {day for cause in causes for day in _arrived(cause).get("remissions", ())})
        keys = {key for cause in causes for key in cause.get("corrections", ())}
        rows = FeastCorrection.objects.filter(pk__in=keys).select_related("made_by") if keys else ()
        self.corrections = {row.pk: row for row in rows}
        versions = {(each.law_version, each.new_law_version) for each in kept if _kind(each, Cause.LAW)}
        self.rules = {pair: _rules(rules_between(*pair)) for pair in versions}

    def reason(self, cause: Mapping[str, Any], kept: StandingChange) -> Reason:
        arrived, lines = _arrived(cause), cause.get("lines", ())
        return Reason(
            kind=cause["kind"],
            models=list(dict.fromkeys(line.split(":")[0] for line in lines)),
            changes=[self.lines[line] for line in lines if line in self.lines],
            grants=[grant for grant in self.grants if _concerned(grant.remission, lines, arrived)],
            corrections=[self.corrections[key] for key in cause.get("corrections", ()) if key in self.corrections],
            rules=self.rules.get((kept.law_version, kept.new_law_version)) if cause["kind"] == Cause.LAW else (),
            arrived=arrived,
        )


def _kind(kept: StandingChange, kind: str) -> bool:
    return any(cause["kind"] == kind for cause in kept.causes)


def _history(stay: Stay, lines: Iterable[str]) -> dict[str, Change]:
    wanted = set(lines)
    told = {f"{change.row}@{change.version}": change for change in history_of(stay)}
    return {line: change for line, change in told.items() if line in wanted}


def _arrived(cause: Mapping[str, Any]) -> dict[str, list[dt.date]]:
    return {name: [dt.date.fromisoformat(day) for day in days] for name, days in cause.get("arrived", {}).items()}


def _grants(stay: Stay, lines: Iterable[str], days: Iterable[dt.date]) -> list[Grant]:
    """Return the remissions that were changed or began to count, with the cases that granted them."""
    keys = [_key(line) for line in lines if line.startswith("remission:")]
    days = list(days)
    if not keys and not days:
        return []
    rows = list(Remission.objects.filter(Q(pk__in=keys) | Q(granted_on__in=days), stay=stay).order_by("pk"))
    numbers = {row.decree_number for row in rows if row.decree_number}
    decided = Decision.objects.filter(case__stay=stay, number__in=numbers).order_by("pk")
    cases = dict(decided.values_list("number", "case__uid"))
    return [Grant(row, cases.get(row.decree_number)) for row in rows]


def _key(line: str) -> int:
    return int(line.partition(":")[2].partition("@")[0])


def _concerned(row: Remission, lines: Iterable[str], arrived: Mapping[str, Sequence[dt.date]]) -> bool:
    ours = any(line.startswith(f"remission:{row.pk}@") for line in lines)
    return ours or row.granted_on in arrived.get("remissions", ())


def _moved(name: str, pair: Sequence[Any]) -> Moved:
    return Moved(name, *pair) if name in NOT_DATES else Moved(name, *map(_day, pair))


def _right(name: str, pair: Sequence[Any]) -> RightMoved:
    old, new = (_typed(named(values)) for values in pair)
    return RightMoved(name, old, new)


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    return values | {name: _day(values[name]) for name in ("date", "ends") if name in values}


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _rules(names: Sequence[str] | None) -> list[Rule] | None:
    """Return the rules of these names, of rights and criteria first; words alone are told by their table's name."""
    if names is None:
        return None
    found = [_rule(name) for name in names]
    return sorted(found, key=lambda rule: (("right", "criterion", "table").index(rule.kind), rule.name))


def _rule(name: str) -> Rule:
    kind, _dot, rest = name.partition(".")
    code = rest.partition(".")[0]
    registries: dict[str, Mapping[str, Any]] = {"right": RIGHTS, "criterion": REGISTRY}
    known = registries.get(kind, {})
    if kind not in registries:
        return Rule(name, "table", name, {"id": f"Berkas aturan: {name}", "en": f"Files of the law: {name}"})
    if code not in known:
        return Rule(name, kind, "", {"id": code, "en": code})
    law = next((each.law for each in known[code].laws if rule_id(kind, code, each) == name), ())
    return Rule(name, kind, code, known[code].title, law)

"""The past of a candidate: every grant the law gives on its day, every leave taken, year by year."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from teladan.exemplar.demo import calendar
from teladan.exemplar.demo.facts import facts
from teladan.exemplar.demo.judge import Judge, Judged
from teladan.exemplar.demo.record import Grant, Record
from teladan.law.facts import Dated, Facts, Remission, parse
from teladan.law.terms import Term, months_and_days

KINDS = {
    "general_remission": "general",
    "religious_remission": "religious",
    "decade_remission": "decade",
    "humanitarian_remission": "humanitarian",
    "additional_remission": "additional_third",  # the demo's only merit is that of a helper
}
LEAVES = ("parole", "pre_release_leave", "conditional_leave")
ELDERLY = 70
LATE_WITHIN = timedelta(days=100)  # the review after a judgment became final


@dataclass
class Life:
    """A record on its way through the years, with its checked facts kept so that a day changes only what is new."""

    record: Record
    told: Facts = field(init=False)
    final_on: date = field(init=False)

    def __post_init__(self) -> None:
        # The reports are typed here: hundreds of thousands of months, of which one a day counts.
        self.told = replace(
            parse(facts(self.record) | {"conduct": []}),
            conduct=tuple(Dated(month, rating) for month, rating in self.record.conduct),
        )
        self.final_on = max((made.final_on for made in self.record.judgments if made.final_on), default=date.max)

    def on(self, day: date) -> Facts:
        """Return the facts with the one conduct report that counts on a day."""
        reports = self.told.conduct or ()
        counts = bisect_left(reports, day, key=lambda report: report.on)
        return replace(self.told, conduct=reports[max(0, counts - 1) : counts])

    def grant(self, made: Grant) -> None:
        """Keep a grant, in the record and in the facts."""
        self.record.grants.append(made)
        kept = Remission(made.kind, made.on, Term(0, *months_and_days(made.days)), made.late_for or None)
        self.told = replace(self.told, remissions=(*(self.told.remissions or ()), kept))


def live(records: Sequence[Record], as_of: date, judge: Judge) -> list[Record]:
    """Give each record its grants before `as_of` and return those still inside then, in the order given."""
    lives = [Life(record) for record in records]
    for day in calendar.days(as_of):
        meant = [life for life in lives if _is_meant(life, day)]
        for life, judged in zip(meant, judge([life.on(day.on) for life in meant], day.on), strict=True):
            _decide(life, day, judged)
    staying = [life for life in lives if not _has_left(life, as_of)]
    found = judge([life.on(as_of) for life in staying], as_of)
    return [life.record for life, judged in zip(staying, found, strict=True) if _is_inside(judged, as_of)]


def _is_meant(life: Life, day: calendar.Day) -> bool:
    if life.final_on > day.on or _has_left(life, day.on):
        return False
    if day.who == "review":
        return life.record.takes_leave or life.final_on > day.on - LATE_WITHIN
    if day.who == "elderly":
        return life.record.age_on(day.on) >= ELDERLY
    return day.who in {"", life.record.religion}


def _has_left(life: Life, day: date) -> bool:
    return life.record.left_on is not None and life.record.left_on <= day


def _is_inside(judged: Judged, as_of: date) -> bool:
    return judged.release is None or judged.release > as_of


def _decide(life: Life, day: calendar.Day, judged: Judged) -> None:
    for right in day.rights:
        answer = judged.right(right)
        if answer.status != "eligible":
            continue
        if right in LEAVES:
            _leave(life, day.on, answer.date or day.on)
        elif right == "late_remission":
            _grant_late(life, judged.late())
        elif answer.days:
            life.grant(Grant(KINDS[right], day.on, answer.days))


def _leave(life: Life, day: date, entitled: date) -> None:
    if life.record.takes_leave and life.record.left_on is None:
        life.record.left_on = max(day, entitled + timedelta(days=life.record.leave_delay))


def _grant_late(life: Life, items: Iterable[tuple[str, int]]) -> None:
    total: dict[str, int] = {}
    for late_for, days in items:
        total[late_for] = total.get(late_for, 0) + days
    for late_for, days in total.items():
        life.grant(Grant("late", life.final_on, days, late_for))

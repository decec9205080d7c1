"""The detention of a made-up person: orders of each authority in turn, from arrest to the final judgment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.record import Order

# Stage by stage: (authority, which length in `order_days`).
INVESTIGATION = (
    ("police", "police"),
    ("prosecutor_extension", "prosecutor_extension"),
    ("court_extension", "court_extension"),
    ("court_extension", "court_extension"),
)
PROSECUTION = (("prosecutor", "prosecutor"), ("court_extension", "court_extension"))
TRIAL = (
    ("court", "court"),
    ("court_extension", "trial_extension"),
    ("high_court_extension", "court_extension"),
    ("high_court_extension", "court_extension"),
)
APPEAL = (("high_court", "high_court"), ("high_court_extension", "high_court_extension"))
CASSATION = (("supreme_court", "supreme_court"), ("supreme_court", "supreme_court"), ("supreme_court", "supreme_court"))
PARTS = {"investigation": 0.40, "prosecution": 0.55}  # of the days before the verdict, at which a stage ends


@dataclass(frozen=True)
class Course:
    """The days of one procedure."""

    arrested: date
    to_prosecutor: date
    to_court: date
    verdict: date
    to_high_court: date
    to_supreme_court: date
    final: date

    def stages(self) -> Iterator[tuple[tuple[tuple[str, str], ...], date, date]]:
        """Return each stage's orders with its first and last day."""
        yield INVESTIGATION, self.arrested, self.to_prosecutor
        yield PROSECUTION, self.to_prosecutor, self.to_court
        yield TRIAL, self.to_court, self.to_high_court
        yield APPEAL, self.to_high_court, self.to_supreme_court
        yield CASSATION, self.to_supreme_court, self.final


def draw_course(arrested: date, days_before_verdict: int, chance: Chance) -> Course:
    """Return the days of a procedure that starts with the arrest."""
    verdict = _working_day(arrested + timedelta(days=days_before_verdict))
    first = verdict + timedelta(days=assumed("final_after_days"))
    how = chance.pick(assumed("appeal"))
    after_appeal = first if how == "none" else first + timedelta(days=chance.whole(40, 85))
    final = after_appeal + timedelta(days=chance.whole(60, 140)) if how == "supreme_court" else after_appeal
    part = {name: arrested + timedelta(days=round(days_before_verdict * share)) for name, share in PARTS.items()}
    return Course(arrested, part["investigation"], part["prosecution"], verdict, first, after_appeal, final)


def _working_day(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def orders(course: Course) -> list[Order]:
    """Return every order until the judgment is final; as in life, one is replaced before it has run out."""
    made = []
    for kinds, first, last in course.stages():
        start = first
        for authority, length in kinds:
            if start >= last:
                break
            end = start + timedelta(days=assumed("order_days")[length] - 1)
            made.append(Order(start, end, authority))
            start = end + timedelta(days=1)
    return made


def known_by(made: list[Order], day: date) -> list[Order]:
    """Return the orders written by a day."""
    return [order for order in made if order.start <= day]


def serving_from(made: list[Order], day: date) -> list[Order]:
    """Return the orders clipped to the day before the sentence is served, then the sentence itself, open."""
    before = [order for order in made if order.start < day]
    for order in before:
        order.end = min(order.end or day, day - timedelta(days=1))
    return [*before, Order(day, None)]


def broken(made: list[Order], gone: date, back: date, place: str | None) -> list[Order]:
    """Return the orders of somebody who left prison custody on `gone` and serves from `back`.

    `place` is where the days between were held (`house`, `city`); None is free.
    """
    before = [order for order in made if order.start < gone]
    for order in before:
        order.end = min(order.end or gone, gone - timedelta(days=1))
    if place and gone < back:
        before.append(Order(gone, back - timedelta(days=1), "court", place))
    return [*before, Order(back, None)]

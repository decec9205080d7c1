"""Examples made on purpose, as the assumptions say: detention orders about to end, one person held past the order."""

from datetime import date, timedelta

from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.record import Record


def stage(records: list[Record], as_of: date) -> None:
    """Give the first detainees who can have them the ends that the assumptions name."""
    staged = assumed("staged")
    ends = [as_of + timedelta(days=days) for days in staged["ends_in_days"]]
    ends.append(as_of - timedelta(days=staged["overstay_days"]))
    for record in records:
        if ends and _is_detainee(record) and record.detention[-1].start < ends[-1]:
            _end_all_by(record, ends.pop())


def _end_all_by(record: Record, day: date) -> None:
    """Let the last order run out on `day`, and none before it later: an earlier one may have been written longer."""
    for order in record.detention:
        order.end = min(order.end or day, day)
    record.detention[-1].end = day


def _is_detainee(record: Record) -> bool:
    return not any(made.final_on for made in record.judgments)

"""Invented rooms: a block for each kind of case, filled in order."""

from collections import Counter
from datetime import date

from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.record import Record

ELDERLY = 60  # UU 22/2022 art 61, explanation
BLOCKS = {"perlindungan_anak": "A", "kesusilaan": "A", "narkotika": "C", "korupsi": "D"}


def assign(records: list[Record], as_of: date) -> None:
    """Give every record the door of a room, such as `A-03`."""
    taken: Counter[str] = Counter()
    for record in records:
        block = _block(record, as_of)
        record.room = f"{block}-{taken[block] // assumed('rooms')['places'] + 1:02d}"
        taken[block] += 1


def _block(record: Record, as_of: date) -> str:
    if not any(made.final_on for made in record.judgments):
        return "T"
    if record.age_on(as_of) >= ELDERLY:
        return "E"
    return BLOCKS.get(record.category, "B")

"""What the register does not know yet: lists nobody has checked, dates nobody has entered."""

from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.record import Record


def leave(record: Record, seed: int) -> None:
    """Take facts away from what is known of a record. What happened in its past stays as it was."""
    chance = Chance(seed, "gaps", record.slot)
    for name, share in assumed("not_checked").items():
        if chance.happens(share):
            record.unknown.add(name)
    if "conduct" in record.unknown:
        record.conduct = []
    for name in ("discipline", "absences", "risk", "programme", "merits"):
        if name in record.unknown:
            setattr(record, name, [])

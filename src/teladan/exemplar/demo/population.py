"""The people inside on one day. Pure: no Django, no clock; the same seed and day give the same people."""

from collections.abc import Callable
from datetime import date

from teladan.exemplar.demo import candidate, gaps, history, identity, offences, rooms, staged
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.judge import Judge
from teladan.exemplar.demo.record import Record

SEED = 17_08_1945
AT_ONCE = (2, 24)  # candidates drawn for a place in one round: few while many places are open
TOGETHER = 3000


def generate(
    people: int, as_of: date, seed: int, judge: Judge, tell: Callable[[int], None] = lambda _: None
) -> list[Record]:
    """Return `people` records as `complete` does, with gaps in what the register knows and the staged examples."""
    records = complete(people, as_of, seed, judge, tell)
    for record in records:
        gaps.leave(record, seed)
    staged.stage(records, as_of)
    return records


def complete(
    people: int, as_of: date, seed: int, judge: Judge, tell: Callable[[int], None] = lambda _: None
) -> list[Record]:
    """Return `people` records of men inside on `as_of`, before anything of that day is decided.

    Each place has its kind of case by the published mix; candidates arrested on any day of the past years are judged,
    granted remission and released by the law, until one of them is still inside. `tell(found)` is called on the way.
    """
    found: dict[int, Record] = {}
    first_attempt = 0
    while len(found) < people:
        empty = [slot for slot in range(people) if slot not in found]
        attempts = range(first_attempt, first_attempt + min(max(TOGETHER // len(empty), AT_ONCE[0]), AT_ONCE[1]))
        tried = _candidates(empty, attempts, as_of, seed)
        for record in history.live(tried, as_of, judge):
            found.setdefault(record.slot, record)
        tell(len(found))
        first_attempt = attempts.stop
    return _finished([found[slot] for slot in range(people)], as_of, seed)


def _candidates(slots: list[int], attempts: range, as_of: date, seed: int) -> list[Record]:
    made = []
    for slot in slots:
        case = offences.draw(Chance(seed, "case", slot))
        drawn = (candidate.draw(seed, slot, attempt, case, as_of) for attempt in attempts)
        made += [record for record in drawn if record]
    return made


def _finished(records: list[Record], as_of: date, seed: int) -> list[Record]:
    for record in records:
        identity.add(record, seed)
    rooms.assign(records, as_of)
    return records

"""Restitution: `uang pengganti` (corruption) or `restitusi` (to the victim), in whole rupiah."""

import re

from teladan.people.intake.fields.fine import has_operative
from teladan.people.intake.money import sum_after
from teladan.people.intake.reading import NONE, UNSURE, Answer, Reading

PAID = re.compile(r"\b(?:uang pengganti|restitusi)\b(?! (?:tersebut|tidak|itu|dimaksud|paling|dalam))")
REACH = 260
STOPS = re.compile(r"\b(?:dengan ketentuan|apabila|jika|bila|paling lama|subs\w*|biaya perkara)\b")


def read_restitution(reading: Reading) -> Answer:
    """Return the sum to be paid back; none when the operative part orders none, unsure when it only upholds."""
    end = reading.sections.operative[1]
    found = PAID.search(reading.words, *reading.sections.operative)
    if not found:
        return NONE if has_operative(reading) else UNSURE
    limit = min(found.end() + REACH, end)
    stop = STOPS.search(reading.words, found.end(), limit)
    money = sum_after(reading.words, found.end(), stop.start() if stop else limit)
    if money is None or not money.rupiah:
        return UNSURE
    return Answer(money.rupiah, (money.begin, money.end))

"""The fine, and the confinement or prison that stands in for it."""

import re
from dataclasses import replace
from functools import cache

from teladan.people.intake.fields.sentence import Part
from teladan.people.intake.money import Sum, sum_after
from teladan.people.intake.reading import NONE, UNSURE, Answer, Reading
from teladan.people.intake.words import number

REACH = 260
TIMES = r"\b(\d{1,2}|[a-z]+) (?:x|kali)\b"
STOPS = (
    r"\b(?:dengan ketentuan|apabila|jika|bila|bilamana|jikalau|subs\w*|biaya perkara|tidak dibayar|menetapkan"
    r"|membebankan)\b"
)


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape)


def read_fine(reading: Reading) -> Answer:
    """Return the fine in whole rupiah; none when none is imposed, unsure when several differ."""
    mentions = _mentions(reading)
    if not mentions:
        return NONE if has_operative(reading) else UNSURE
    sums = [found for found in (_sum(reading, at) for at in mentions) if found]
    amounts = {found.rupiah for found in sums}
    if len(amounts) != 1 or None in amounts or 0 in amounts:
        return UNSURE
    return Answer(sums[0].rupiah, (sums[0].begin, sums[0].end))


def _mentions(reading: Reading) -> list[int]:
    """Where a fine is imposed; `denda tersebut`, `denda tidak dibayar` only speak of one."""
    imposed = r"denda(?! (?:tersebut|tidak|itu|dimaksud|yang|di maksud|dalam))"
    found = _compiled(imposed).finditer(reading.words, *reading.sections.operative)
    return [match.end() for match in found if not _speaks_of(reading.words, match.start())]


def _speaks_of(text: str, at: int) -> bool:
    return bool(
        _compiled(r"(?:apabila|jika|bila|bilamana|jikalau|ketentuan|hal|kalau) (?:pidana )?$").search(
            text, max(0, at - 40), at
        )
    )


def _sum(reading: Reading, at: int) -> Sum | None:
    end = min(at + REACH, reading.sections.operative[1])
    stop = _compiled(STOPS).search(reading.words, at, end)
    limit = stop.start() if stop else end
    found = sum_after(reading.words, at, limit)
    times = _compiled(TIMES).search(reading.words, at, found.begin) if found else None
    return _product(reading.words, found, times[1], limit) if found and times else found


def _product(text: str, each: Sum, times: str, limit: int) -> Sum:
    """`2 x Rp10.000.000,00 = Rp20.000.000,00`: the fine is the product, when it is written out and right."""
    total = sum_after(text, each.end, limit)
    factor = int(times) if times.isdigit() else number(times)
    agrees = total and total.rupiah and each.rupiah and factor and total.rupiah == factor * each.rupiah
    return total if total and agrees else replace(each, rupiah=None)


def has_operative(reading: Reading) -> bool:
    """Say whether the operative part pronounces anything itself; a court that only upholds does not."""
    begin, end = reading.sections.operative
    return bool(_compiled(r"menjatuhkan|menghukum|membebaskan|melepaskan").search(reading.words, begin, end))


def read_substitute(parts: list[Part], fine: Answer) -> Answer:
    """Return what replaces an unpaid fine; unsure when there is a fine and no readable substitute."""
    if fine.value is None and fine.sure:
        return NONE
    found = [part for part in parts if part.role == "substitute"]
    values = [_value(part) for part in found]
    if not values or any(value is None or value != values[0] for value in values):
        return UNSURE
    return Answer(values[0], (found[0].length.begin, found[0].length.end))


def _value(part: Part) -> dict[str, object] | None:
    if part.kind is None or part.length.parts is None or not any(part.length.parts.values()):
        return None
    return {"kind": part.kind, **part.length.parts}

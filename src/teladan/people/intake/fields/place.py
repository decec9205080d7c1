"""Where the accused was held: prison (rutan or lapas), house, or city detention."""

import re
from functools import cache

from teladan.people.intake.reading import UNSURE, Answer, Reading

PLACES = {
    "prison": r"rumah tahanan(?! kota)|\brutan\b|\blapas\b|lembaga pemasyarakatan",
    "house": r"(?:tahanan|penahanan) rumah(?! tahanan)",
    "city": r"(?:tahanan|penahanan) kota\b",
}


@cache
def _place() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{words})" for name, words in PLACES.items()))


def read_place(reading: Reading) -> Answer:
    """Return the one place that the history of detention names; unsure when it names none, or more than one."""
    for section in (reading.sections.detention, reading.sections.operative):
        found = list(_place().finditer(reading.words, *section))
        if found:
            alike = {match.lastgroup for match in found} == {found[0].lastgroup}
            return Answer(found[0].lastgroup, found[0].span()) if alike else UNSURE
    return UNSURE

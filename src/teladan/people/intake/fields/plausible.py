"""Whether a text is a verdict at all."""

import re
from functools import cache

from teladan.people.intake.fields.case_number import find_case_number
from teladan.people.intake.reading import Reading


@cache
def _decides() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:menyatakan|menjatuhkan|menghukum|membebaskan|melepaskan)\b.{0,80}?\b(?:terdakwa|anak|pidana|terpidana)\b"
    )


def is_verdict(reading: Reading) -> bool:
    """Say whether the text names its case or decides about an accused, and speaks of a court."""
    if not re.search(r"\b(?:putusan|pengadilan|mengadili)\b", reading.words):
        return False
    return find_case_number(reading) is not None or bool(_decides().search(reading.words))

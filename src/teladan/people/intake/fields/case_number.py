"""The case number: `347/Pid.B/2016/PN Smn`."""

import re
from dataclasses import dataclass
from functools import cache

from teladan.people.intake.flat import flatten
from teladan.people.intake.reading import UNSURE, Answer, Reading

CHAMBERS = {
    "b": "B", "sus": "Sus", "c": "C", "r": "R", "s": "S", "lh": "LH", "tpk": "TPK", "anak": "Anak", "prk": "PRK",
    "phi": "PHI", "ham": "HAM", "a": "A", "tipikor": "Tipikor",
}  # fmt: skip
# Registries whose code has two words; every other code is one word.
TWO_WORD_CODES = ("jkt", "blb", "kab")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a case number; `code` is the court's registry code in lower case, possibly empty."""

    number: int
    chambers: tuple[str, ...]
    year: int
    level: str
    code: str
    begin: int
    end: int

    def written(self) -> str:
        """Return the number as courts write it."""
        kind = ".".join(("Pid", *(CHAMBERS.get(part, part.title()) for part in self.chambers)))
        court = f"{self.level.upper()} {self.code.title()}".strip()
        return f"{self.number}/{kind}/{self.year}/{court}"


@cache
def _shape() -> re.Pattern[str]:
    two = "|".join(TWO_WORD_CODES)
    return re.compile(
        r"\b(?P<number>\d{1,5}) (?:pid|pidana) (?P<chambers>(?:[a-z]{1,8} ){0,3}?)(?P<year>(?:19|20)\d\d) "
        rf"(?P<level>p[nt])(?: (?P<code>(?:{two}) [a-z]{{2,4}}|[a-z]{{2,5}})\b)?"
    )


def find_case_number(reading: Reading) -> CaseNumber | None:
    """Return the first case number of the head, else of the whole text; None if there is none."""
    head = _shape().search(reading.words, *reading.sections.head)
    found = head or _shape().search(reading.words)
    return _read(found) if found else None


def parse_case_number(text: str) -> CaseNumber | None:
    """Return the case number that `text` is, nothing before or after it; None otherwise."""
    found = _shape().fullmatch(flatten(text).text)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> CaseNumber:
    code = found["code"] or ""
    chambers = tuple(found["chambers"].split())
    number, year = int(found["number"]), int(found["year"])
    return CaseNumber(number, chambers, year, found["level"], code, found.start(), found.end())


def read_case_number(reading: Reading, case: CaseNumber | None) -> Answer:
    """Return the case number as the verdict writes it; with slashes put back where an extract dropped them."""
    if case is None or case.number == 0:
        return UNSURE
    begin, end = reading.flat.passage(case.begin, case.end)
    given = " ".join(reading.text[begin:end].split())
    value = re.sub(r"\s*/\s*", "/", given) if given.count("/") >= 3 else case.written()
    return Answer(value, (case.begin, case.end))

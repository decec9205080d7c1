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
# Jakarta's courts have codes of two words ("Jkt.Pst", cut to "jkt ps" in some extracts); every other has one.
TWO_WORD_CODES = ("jkt",)


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The parts of a case number; `code` is the registry code in lower case, `supreme` k or pk at that court."""

    number: int
    chambers: tuple[str, ...]
    year: int
    level: str
    code: str
    begin: int
    end: int
    supreme: str = ""

    def written(self) -> str:
        """Return the number as courts write it."""
        kind = ".".join(("Pid", *(CHAMBERS.get(part, part.title()) for part in self.chambers)))
        if self.supreme:
            return f"{self.number} {self.supreme.upper()}/{kind}/{self.year}"
        court = f"{self.level.upper()} {self.code.title()}".strip()
        return f"{self.number}/{kind}/{self.year}/{court}"


@cache
def _shape() -> re.Pattern[str]:
    two = "|".join(TWO_WORD_CODES)
    return re.compile(
        r"\b(?P<number>\d{1,5}) (?P<supreme>k |pk )?(?:pid|pidana) (?P<chambers>(?:[a-z]{1,8} ){0,3}?)"
        rf"(?P<year>(?:19|20)\d\d)(?(supreme)| (?P<level>p[nt])(?: (?P<code>(?:{two}) [a-z]{{2,4}}|[a-z]{{2,5}})\b)?)"
    )


def find_case_number(reading: Reading) -> CaseNumber | None:
    """Return the first case number of the head, else of the whole text; None if there is none."""
    head = _shape().search(reading.words, *reading.sections.head)
    return _read(head) if head else _only_one(reading.words)


def _only_one(text: str) -> CaseNumber | None:
    """Accept a number from further down only when the text names no other case."""
    found = [_read(match) for match in _shape().finditer(text)]
    return found[0] if len({(case.number, case.year) for case in found}) == 1 else None


def parse_case_number(text: str) -> CaseNumber | None:
    """Return the case number that `text` is, nothing before or after it; None otherwise."""
    found = _shape().fullmatch(flatten(text).text)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> CaseNumber:
    return CaseNumber(
        number=int(found["number"]),
        chambers=tuple(found["chambers"].split()),
        year=int(found["year"]),
        level=found["level"] or "ma",
        code=found["code"] or "",
        begin=found.start(),
        end=found.end(),
        supreme=(found["supreme"] or "").strip(),
    )


def read_case_number(reading: Reading, case: CaseNumber | None) -> Answer:
    """Return the case number as the verdict writes it; with slashes put back where an extract dropped them."""
    if case is None or case.number == 0:
        return UNSURE
    begin, end = reading.flat.passage(case.begin, case.end)
    given = " ".join(reading.text[begin:end].split())
    value = re.sub(r"\s*/\s*", "/", given) if given.count("/") >= (2 if case.supreme else 3) else case.written()
    return Answer(value, (case.begin, case.end))

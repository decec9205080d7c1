"""The court: from its name in the text, confirmed by the registry code of the case number."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from teladan.people.intake.fields.case_number import CaseNumber
from teladan.people.intake.flat import Span
from teladan.people.intake.reading import UNSURE, Answer, Reading

NAMED = r"\bpengadi?l?an (?P<level>negeri|tinggi) (?:(?:kelas|klas|kls) (?:i|ii|1|2) ?[ab]?(?: khusus)? )?"
LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Courts:
    """The table: registry code to name, and every known spelling to name."""

    by_code: dict[str, str]
    by_spelling: dict[str, str]


@cache
def courts() -> Courts:
    """Return the table of courts beside this folder, read once."""
    table = tomllib.loads(files("teladan.people.intake").joinpath("courts.toml").read_text("utf-8"))
    names = table["codes"]
    spellings = {name.lower(): name for name in names.values()} | table["spellings"]
    by_spelling = {_joined(spelling): name for spelling, name in spellings.items()}
    return Courts({code.lower(): name for code, name in names.items()}, by_spelling)


def _joined(spelling: str) -> str:
    # "Suka Bumi" and "Sukabumi", "Pangkalpinang" and "Pangkal Pinang" are the same place.
    return spelling.replace(" ", "")


def read_court(reading: Reading, case: CaseNumber | None) -> Answer:
    """`PN Sleman`; unsure when name and code contradict each other, or neither is known."""
    if case and case.supreme:
        return Answer("Mahkamah Agung", (case.begin, case.end))
    named = _named(reading)
    coded = courts().by_code.get(case.code) if case and case.level == "pn" else None
    if named is None:
        return _from_code(reading, case, coded)
    level, name, span = named
    contradicted = coded and level == "PN" and coded != name and _stands(reading, coded)
    return UNSURE if contradicted else Answer(f"{level} {name}", span)


def _stands(reading: Reading, name: str) -> bool:
    """Whether the text names that court too: codes changed over the years, so a code alone contradicts nothing."""
    return f"pengadilan negeri {name.lower()}" in reading.words


def _from_code(reading: Reading, case: CaseNumber | None, coded: str | None) -> Answer:
    if case is None:
        return UNSURE
    if coded:
        return Answer(f"PN {coded}", (case.begin, case.end))
    return _from_elsewhere(reading, case)


def _from_elsewhere(reading: Reading, case: CaseNumber) -> Answer:
    """Accept a court named only further down when the code's letters are its beginning."""
    for found in re.finditer(NAMED, reading.words):
        name = _name(reading.words, found.end())
        if name and case.code and _short_for(case.code, name[0]):
            level = "PN" if found["level"] == "negeri" else "PT"
            return Answer(f"{level} {name[0]}", (found.start(), name[1]))
    return UNSURE


def _short_for(code: str, name: str) -> bool:
    full = next((code for code, known in courts().by_code.items() if known == name), None)
    return full is not None and full.startswith(code)


def _named(reading: Reading) -> tuple[str, str, Span] | None:
    found = re.compile(NAMED).search(reading.words, *reading.sections.head)
    name = _name(reading.words, found.end()) if found else None
    if not found or not name:
        return None
    return ("PN" if found["level"] == "negeri" else "PT"), name[0], (found.start(), name[1])


def _name(text: str, at: int) -> tuple[str, int] | None:
    """Return the name of a court that begins at `at`: the longest known spelling, else the words up to a stop word."""
    words = text[at : at + 60].split(" ")[:LONGEST_NAME]
    for count in range(len(words), 0, -1):
        spelling = " ".join(words[:count])
        joined = _joined(spelling)
        # "Sragenyang": two words printed as one.
        glued = joined.removesuffix("yang") if words[count - 1] != "yang" else joined
        known = courts().by_spelling.get(joined) or courts().by_spelling.get(glued)
        if known:
            return known, at + len(spelling)
    return None

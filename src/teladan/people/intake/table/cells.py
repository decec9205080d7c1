"""One cell: its value, or the problem with it."""

import datetime as dt
import re
from typing import Any

from teladan.people.intake import dates
from teladan.people.intake.fields.articles import articles_in
from teladan.people.intake.fields.case_number import parse_case_number
from teladan.people.intake.fields.offence import offence_named
from teladan.people.intake.flat import flatten
from teladan.people.intake.lengths import length_at
from teladan.people.intake.messages import Problem
from teladan.people.intake.money import sum_after

OUTCOMES = ("prison", "confinement", "life", "death", "fine_only", "probation", "acquitted", "discharged", "measure")
OUTCOME_NAMES = {
    "penjara": "prison", "kurungan": "confinement", "seumur hidup": "life", "pidana mati": "death", "mati": "death",
    "denda": "fine_only", "percobaan": "probation", "bebas": "acquitted", "lepas": "discharged", "tindakan": "measure",
}  # fmt: skip
PLACE_NAMES = {
    "rutan": "prison", "lapas": "prison", "rumah tahanan negara": "prison", "rumah": "house", "tahanan rumah": "house",
    "kota": "city", "tahanan kota": "city", "prison": "prison", "house": "house", "city": "city",
}  # fmt: skip
KINDS = {"kurungan": "confinement", "penjara": "prison", "confinement": "confinement", "prison": "prison"}

Read = tuple[Any, Problem | None]


def read_date(cell: object) -> Read:
    """Read a day: a date cell, `2017-02-06`, `6/2/2017` or `6 Februari 2017`."""
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        return cell.isoformat(), None
    text = flatten(str(cell)).text
    iso = re.fullmatch(r"(\d{4}) (\d{1,2}) (\d{1,2})(?: 00 00 00)?", text)
    found = dates.date_at(text, 0)
    date = dates.make(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    if found and found.end == len(text):
        date = found.date
    return (date.isoformat(), None) if date else (None, Problem("bad_date", {"value": str(cell).strip()}))


def read_number(cell: object) -> Read:
    """Read a whole number of 0 or more."""
    text = str(cell).strip()
    if isinstance(cell, float) and cell.is_integer():
        text = str(int(cell))
    if not re.fullmatch(r"[0-9]{1,15}", text):
        return None, Problem("bad_number", {"value": text})
    return int(text), None


def read_rupiah(cell: object) -> Read:
    """Read a sum: a number cell, `Rp1.000.000,00` or `1.000.000`."""
    plain, problem = read_number(cell)
    if problem is None:
        return plain, None
    text = flatten(f"rp {cell}").text
    found = sum_after(text, 0, len(text))
    if found and found.rupiah is not None and found.end == len(text) and "-" not in str(cell).rstrip("-, "):
        return found.rupiah, None
    return None, problem


def read_length(cell: object) -> Read:
    """Read a length of time: `1 tahun 6 bulan`, `8 (delapan) bulan`."""
    text = flatten(str(cell)).text
    found = length_at(text, 0)
    if "-" in str(cell) or not found or found.parts is None or found.end != len(text):
        return None, Problem("bad_term", {"value": str(cell).strip()})
    return found.parts, None


def read_substitute(cell: object) -> Read:
    """Read what replaces a fine: `2 bulan kurungan`, `kurungan 2 bulan`."""
    words = flatten(str(cell)).text.split()
    kinds = {KINDS[word] for word in words if word in KINDS}
    rest = " ".join(word for word in words if word not in KINDS and word not in {"pidana", "selama"})
    parts, problem = read_length(rest)
    if problem or len(kinds) != 1:
        return None, Problem("bad_term", {"value": str(cell).strip()})
    return {"kind": kinds.pop(), **parts}, None


def read_case_number(cell: object) -> Read:
    """Read a case number; its year and number with it."""
    case = parse_case_number(str(cell))
    if case is None or case.number == 0:
        return None, Problem("bad_case_number", {"value": str(cell).strip()})
    return {"value": re.sub(r"\s*/\s*", "/", str(cell).strip()), "number": case.number, "year": case.year}, None


def read_articles(cell: object) -> Read:
    """Read articles as `Pasal 363 ayat (1) KUHP`; text that names none stays for the officer."""
    return [article.value for article in articles_in(str(cell))], None


def read_offence(cell: object) -> Read:
    """Read an offence: one of the codes, or its Indonesian name."""
    offence = offence_named(str(cell))
    return (
        (offence, None) if offence else (None, Problem("unknown_choice", _choices(cell, ("theft", "narcotics", "…"))))
    )


def read_outcome(cell: object) -> Read:
    """Read an outcome: one of the codes, or its Indonesian name."""
    text = flatten(str(cell).replace("_", " ")).text
    found = OUTCOME_NAMES.get(text.removeprefix("pidana ")) or OUTCOME_NAMES.get(text)
    code = text.replace(" ", "_")
    value = found or (code if code in OUTCOMES else None)
    return (value, None) if value else (None, Problem("unknown_choice", _choices(cell, tuple(OUTCOME_NAMES))))


def read_place(cell: object) -> Read:
    """Read the place of detention: rutan, rumah or kota."""
    value = PLACE_NAMES.get(flatten(str(cell)).text)
    return (value, None) if value else (None, Problem("unknown_choice", _choices(cell, ("rutan", "rumah", "kota"))))


def read_text(cell: object) -> Read:
    """Read words as they are."""
    return " ".join(str(cell).split()), None


def _choices(cell: object, choices: tuple[str, ...]) -> dict[str, str]:
    return {"value": str(cell).strip(), "choices": ", ".join(choices)}

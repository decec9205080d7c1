"""The header of a sheet: which names are known for which field."""

import re
from collections import Counter

from teladan.people.intake.messages import Problem

# The first name is the one to show; any of them is recognised, whatever the capitals and signs.
NAMES: dict[str, tuple[str, ...]] = {
    "person": ("nama", "nama lengkap", "name", "full name"),
    "register_number": ("nomor register", "no register", "no reg", "register number"),
    "case_number": ("nomor perkara", "no perkara", "nomor putusan", "no putusan", "case number"),
    "court": ("pengadilan", "court"),
    "verdict_date": ("tanggal putusan", "tgl putusan", "verdict date"),
    "articles": ("pasal", "articles", "article"),
    "offence": ("tindak pidana", "jenis perkara", "perkara", "offence"),
    "outcome": ("hasil putusan", "putusan", "outcome"),
    "term": ("lama pidana", "pidana", "hukuman", "term", "sentence"),
    "term_years": ("pidana tahun", "tahun", "years", "term years"),
    "term_months": ("pidana bulan", "bulan", "months", "term months"),
    "term_days": ("pidana hari", "hari", "days", "term days"),
    "fine_rp": ("denda", "denda rp", "fine", "fine rp"),
    "substitute": ("subsider", "subsidair", "pengganti denda", "substitute"),
    "restitution_rp": ("uang pengganti", "uang pengganti rp", "restitusi", "restitution", "restitution rp"),
    "detention_start": ("mulai ditahan", "tanggal ditahan", "tgl penahanan", "tanggal penahanan", "detention start"),
    "detention_end": ("akhir penahanan", "penahanan berakhir", "detention end"),
    "place": ("tempat penahanan", "jenis penahanan", "place"),
}
REQUIRED = ("case_number", "verdict_date")
TERM = ("term", "term_years", "term_months", "term_days")
LOOK_AHEAD = 10

Columns = dict[int, str]


def shown(field: str) -> str:
    """Return the name of a column as the guide shows it."""
    return NAMES[field][0]


def find_header(rows: list[list[object]]) -> tuple[int, Columns, list[Problem]]:
    """Return the header's index, the field of each column, and what is wrong with the header.

    Titles above the header are allowed; without a header the index is -1.
    """
    known = [(index, _fields(row)) for index, row in enumerate(rows[:LOOK_AHEAD])]
    index, columns = max(known, key=lambda pair: len(set(pair[1].values())), default=(-1, {}))
    if len(columns) < 2:
        return -1, {}, [Problem("no_header", {"expected": ", ".join(map(shown, (*REQUIRED, "term")))}, row=1)]
    return index, columns, _header_problems(rows[index], columns, index + 1)


def _fields(row: list[object]) -> Columns:
    return {at: field for at, cell in enumerate(row) if (field := _field(str(cell)))}


def _field(name: str) -> str | None:
    plain = " ".join(re.findall(r"[a-z]+", name.lower().replace("_", " ")))
    return next((field for field, names in NAMES.items() if plain in names), None)


def _header_problems(row: list[object], columns: Columns, number: int) -> list[Problem]:
    problems = [
        Problem("unknown_column", {"name": str(cell).strip()}, number, letter(at))
        for at, cell in enumerate(row)
        if str(cell).strip() and at not in columns
    ]
    counts = Counter(columns.values())
    problems += [Problem("repeated_column", {"name": shown(field)}, number) for field in counts if counts[field] > 1]
    missing = [field for field in REQUIRED if field not in counts]
    missing += [] if any(field in counts for field in TERM) else ["term"]
    return problems + [Problem("missing_column", {"name": shown(field)}, number) for field in missing]


def letter(index: int) -> str:
    """Return the letter of a column as a sheet shows it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name

"""A sheet file in; its rows out, each right or with its problems. Nothing is accepted silently."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from teladan.people.intake.apart import read_apart
from teladan.people.intake.files.kind import kind_of, refuse_size
from teladan.people.intake.files.read import bytes_of
from teladan.people.intake.files.text import text_of
from teladan.people.intake.messages import Problem, UnreadableError
from teladan.people.intake.table.columns import find_header, letter
from teladan.people.intake.table.limits import within
from teladan.people.intake.table.rows import Row, read_row

STOPPING = {"no_header", "missing_column", "repeated_column"}
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet holds: `rows` in order, `problems` of the header and of all rows."""

    rows: list[Row]
    problems: list[Problem]

    @property
    def proposals(self) -> list[dict[str, object]]:
        """Return the rows that have nothing wrong, each with its row number."""
        return [{"row": row.number, **row.values} for row in self.rows if row.ok]


def read_sheet_path(path: Path) -> Sheet:
    """Read the sheet file at `path`; raises UnreadableError when it cannot be opened."""
    return read_sheet(path.name, bytes_of(path))


def read_sheet(name: str, data: bytes) -> Sheet:
    """Read an uploaded sheet `data` called `name`; raises UnreadableError when it cannot be opened."""
    refuse_size(len(data))
    kind = kind_of(name, data)
    if kind not in {"XLSX", "CSV"}:
        raise UnreadableError("is_not_sheet")
    return _sheet(read_apart("XLSX", data) if kind == "XLSX" else _csv(data))


def _sheet(rows: list[list[object]]) -> Sheet:
    header, columns, problems = find_header(rows)
    if any(problem.code in STOPPING for problem in problems):
        return Sheet([], problems)
    filled = [(at, row) for at, row in enumerate(rows) if at > header and any(str(cell).strip() for cell in row)]
    if not filled:
        return Sheet([], [*problems, Problem("no_rows")])
    width = max(at for at, cell in enumerate(rows[header]) if str(cell).strip()) + 1
    read = _without_repeats([read_row(at + 1, row, columns, width) for at, row in filled], columns)
    return Sheet(read, problems + [problem for row in read for problem in row.problems])


def _without_repeats(rows: list[Row], columns: dict[int, str]) -> list[Row]:
    """Add a problem to each row whose case number already stands further up."""
    first: dict[str, int] = {}
    column = next((letter(at) for at, name in columns.items() if name == "case_number"), None)
    for row in rows:
        case = row.values.get("case_number")
        if not case:
            continue
        key = "".join(case["value"].lower().split())
        if key in first:
            facts = {"value": case["value"], "first": first[key]}
            row.problems.append(Problem("duplicate_case_number", facts, row.number, column))
        else:
            first[key] = row.number
    return rows


def _csv(data: bytes) -> list[list[object]]:
    text = text_of(data)
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    try:
        return within(list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableError("damaged", content="CSV") from error

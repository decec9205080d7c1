"""Reads a file from standard input with limits of memory and time: `python -m teladan.people.intake.worker PDF 20`."""

import datetime as dt
import json
import resource
import sys
from typing import Any

from teladan.people.intake.files.docx import docx_text
from teladan.people.intake.files.pdf import pdf_text
from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.table.xlsx import xlsx_rows

READERS = {"PDF": pdf_text, "DOCX": docx_text, "XLSX": xlsx_rows}
MEMORY = 1024 * 1024 * 1024


def limit(seconds: int) -> None:
    """Let the system end this process when it goes beyond what any verdict needs; no picture of its memory is kept."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(kind: str, data: bytes) -> str:
    """Return as JSON what was read, or the code and facts of what is wrong."""
    try:
        found: dict[str, Any] = {"read": READERS[kind](data)}
    except UnreadableError as error:
        found = {"code": error.problem.code, "facts": error.problem.facts}
    return json.dumps(found, default=_plain)


def _plain(cell: object) -> Any:
    """Return a cell that JSON does not know: a day stays a day, a time of day is text."""
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    return {"day": cell.isoformat()} if isinstance(cell, dt.date) else str(cell)


if __name__ == "__main__":
    limit(int(sys.argv[2]))
    sys.stdout.write(answer(sys.argv[1], sys.stdin.buffer.read()))

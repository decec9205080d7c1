"""One uploaded file into proposals in memory: a verdict into one, a sheet into one a row. No database here."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING, Any

from teladan.people.intake.apart import SECONDS
from teladan.people.intake.files.kind import kind_of, refuse_size
from teladan.people.intake.files.read import read_bytes
from teladan.people.intake.messages import UnreadableError
from teladan.people.intake.proposal import propose_verdict
from teladan.people.intake.table.read import read_sheet
from teladan.people.intake_services.sheet import proposal_of_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teladan.people.intake.messages import Problem as ReaderProblem
    from teladan.people.intake.table.rows import Row

TOGETHER = 45  # seconds for all files of one sending: browsers and proxies wait about sixty
SHEETS = {"XLSX", "CSV"}
Message = dict[str, Any]


@dataclass(slots=True)
class Read:
    """What one file, or one row of a sheet, gave: a proposal, or why not. `problems` are JSON messages."""

    name: str
    data: bytes = b""
    text: str = ""
    row: int | None = None
    proposal: dict[str, Any] = field(default_factory=dict)
    problems: list[Message] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Return whether there is something to check and confirm."""
        return bool(self.proposal)

    @property
    def sha256(self) -> str:
        """Return the digest of the file kept, empty when none is."""
        return sha256(self.data).hexdigest() if self.data else ""


def read_files(uploads: Iterable[Any]) -> list[Read]:
    """Read the files of one sending, as long as its time lasts; those after it say that they were not reached."""
    end, found = monotonic() + TOGETHER, []
    for upload in uploads:
        left = end - monotonic()
        found += read_file(upload, min(SECONDS, ceil(left))) if left > 0 else [_not_reached(upload)]
    return found


def _not_reached(upload: Any) -> Read:
    problem = UnreadableError("not_reached", seconds=TOGETHER).problem
    return Read(_name(upload), problems=[message(problem)])


def _name(upload: Any) -> str:
    return str(upload.name).replace("\\", "/").rpartition("/")[2][-200:]


def read_file(upload: Any, seconds: int = SECONDS) -> list[Read]:
    """Read an upload (`name`, `size`, `read()`): never raises for a bad file, the problem is in the answer."""
    name = _name(upload)
    try:
        refuse_size(upload.size)
        data = upload.read()
        return _sheet(name, data) if kind_of(name, data) in SHEETS else [_verdict(name, data, seconds)]
    except UnreadableError as error:
        return [Read(name, problems=[message(error.problem)])]


def message(problem: ReaderProblem) -> Message:
    """Return a reader's problem as it is kept: code, id, en."""
    return {"code": problem.code, "id": problem.text("id"), "en": problem.text("en")}


def _verdict(name: str, data: bytes, seconds: int) -> Read:
    text = read_bytes(name, data, seconds)
    return Read(name, data, text, proposal=propose_verdict(text))


def _sheet(name: str, data: bytes) -> list[Read]:
    sheet = read_sheet(name, data)
    of_rows = {id(problem) for row in sheet.rows for problem in row.problems}
    general = [problem for problem in sheet.problems if id(problem) not in of_rows]
    rows = [
        Read(name, row=row.number, proposal=proposal_of_row(row.values) if row.ok else {}, problems=_messages(row))
        for row in sheet.rows
    ]
    return rows if rows and not general else [Read(name, problems=[message(wrong) for wrong in general]), *rows]


def _messages(row: Row) -> list[Message]:
    return [message(problem) for problem in row.problems]

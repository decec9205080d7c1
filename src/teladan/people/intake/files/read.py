"""One verdict file in, its text out, or UnreadableError with what to do about it."""

from pathlib import Path

from teladan.people.intake.apart import SECONDS, read_apart
from teladan.people.intake.files.kind import kind_of, refuse_size
from teladan.people.intake.files.text import text_of
from teladan.people.intake.messages import UnreadableError

VERDICTS = {"TXT", "DOCX", "PDF"}
LONGEST = 4_000_000  # characters; a verdict of 1,500 full pages


def read_path(path: Path) -> str:
    """Return the text of the verdict file at `path`; a file over the limit is refused before it is read."""
    return read_bytes(path.name, bytes_of(path))


def bytes_of(path: Path) -> bytes:
    """Return the content of a file within the size limit."""
    try:
        if path.is_dir():
            raise UnreadableError("not_found", reason="is a directory")
        size = path.stat().st_size
        refuse_size(size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise UnreadableError("not_found", reason=reason) from error


def read_bytes(name: str, data: bytes, seconds: int = SECONDS) -> str:
    """Return the text of an uploaded verdict `data` called `name`."""
    refuse_size(len(data))
    kind = kind_of(name, data)
    if kind not in VERDICTS:
        raise UnreadableError("is_sheet")
    text: str = text_of(data) if kind == "TXT" else read_apart(kind, data, seconds)
    if len(text) > LONGEST:
        raise UnreadableError("too_long", most=f"{LONGEST:,}")
    return text

"""What a file is, by its name and by its content; the two must agree."""

import zipfile
from io import BytesIO

from teladan.people.intake.messages import UnreadableError

LIMIT_BYTES = 20 * 1024 * 1024
LIMIT_UNPACKED = 200 * 1024 * 1024
ENDINGS = {".txt": "TXT", ".docx": "DOCX", ".pdf": "PDF", ".xlsx": "XLSX", ".csv": "CSV"}
ALIKE = {("TXT", "CSV"), ("CSV", "TXT")}
HEADS = {
    b"%PDF-": "PDF", b"PK\x03\x04": "ZIP", b"PK\x05\x06": "ZIP", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "OLE",
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"II*\x00": "TIFF", b"MM\x00*": "TIFF", b"GIF8": "GIF",
    b"{\\rtf": "RTF", b"\x1f\x8b": "GZIP", b"7z\xbc\xaf": "7Z", b"Rar!": "RAR", b"MZ": "EXE", b"\x7fELF": "EXE",
}  # fmt: skip


def refuse_size(size: int) -> None:
    """Raise UnreadableError for a size in bytes that is 0 or over the limit: before anything is read."""
    if size == 0:
        raise UnreadableError("empty")
    if size > LIMIT_BYTES:
        limit = LIMIT_BYTES // (1024 * 1024)
        raise UnreadableError("too_large", size_mb=-(-size // (1024 * 1024)), limit_mb=limit)


def kind_of(name: str, data: bytes) -> str:
    """`TXT`, `DOCX`, `PDF`, `XLSX` or `CSV`; raises UnreadableError when the type is unknown or the ending lies."""
    ending = _ending(name)
    if ending not in ENDINGS:
        raise UnreadableError("unknown_type", ending=ending or "(tanpa akhiran / none)")
    said, found = ENDINGS[ending], _by_content(data)
    if found is None and said in {"DOCX", "XLSX", "PDF"}:
        raise UnreadableError(
            "damaged" if _binary(data) else "ending_lies", content=said if _binary(data) else "TXT", ending=ending
        )
    if found == "OLE" and said in {"DOCX", "XLSX"}:
        # A protected Office file is wrapped in the old container.
        raise (
            UnreadableError("encrypted")
            if _has_encrypted_package(data)
            else UnreadableError("ending_lies", ending=ending, content="DOC/XLS")
        )
    if found not in {None, said}:
        raise UnreadableError("ending_lies", ending=ending, content=found)
    return said


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot and stem and "/" not in ending else ""


def _by_content(data: bytes) -> str | None:
    found = next((kind for head, kind in HEADS.items() if data.startswith(head)), None)
    if found is None and b"%PDF-" in data[:1024]:
        return "PDF"
    return _office(data) if found == "ZIP" else found


def _office(data: bytes) -> str | None:
    try:
        parts = zipfile.ZipFile(BytesIO(data)).infolist()
    except Exception:  # noqa: BLE001  # a broken archive raises many things; the reader says "damaged"
        return None
    _refuse_bomb(sum(part.file_size for part in parts))
    names = {part.filename for part in parts}
    if "word/document.xml" in names:
        return "DOCX"
    return "XLSX" if "xl/workbook.xml" in names else "ZIP"


def _refuse_bomb(unpacked: int) -> None:
    """Refuse an archive that says it unpacks to far more than any verdict holds."""
    if unpacked > LIMIT_UNPACKED:
        size, limit = -(-unpacked // (1024 * 1024)), LIMIT_UNPACKED // (1024 * 1024)
        raise UnreadableError("too_large", size_mb=size, limit_mb=limit)


def _binary(data: bytes) -> bool:
    return b"\x00" in data[:4096] or data.startswith(b"PK")


def _has_encrypted_package(data: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in data

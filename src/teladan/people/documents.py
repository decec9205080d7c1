"""Files on the disk: what is taken, and how it is kept so that nothing half-written or executable is ever there."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from django.conf import settings

from teladan.people.errors import Invalid
from teladan.people.intake.files.kind import LIMIT_BYTES
from teladan.people.models import Document
from teladan.people.models.document import by_content
from teladan.people.problems import Problem, problem

if TYPE_CHECKING:
    from django.db.models import Model

LONGEST_NAME = 200
# How a file of each kind begins. Text has no mark of its own: it must read as UTF-8.
BEGINNINGS = {
    ".pdf": (b"%PDF-",),
    ".docx": (b"PK\x03\x04",),
    ".xlsx": (b"PK\x03\x04",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".txt": (b"",),
}


def check_file(kind: str, name: str, content: bytes) -> str:
    """Return the SHA-256 of an acceptable file, in hexadecimal digits; raises Invalid for another."""
    if wrong := [*_kind(kind), *_name(name), *_size(content), *_content(name, content)]:
        raise Invalid(wrong)
    return sha256(content).hexdigest()


def keep_file(row: Model, name: str, content: bytes) -> str:
    """Write the file under its digest, whole or not at all, readable by the program alone; return its stored name."""
    stored = by_content(row, name)
    path = Path(settings.MEDIA_ROOT) / stored
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(0o600)
        Path(part.name).replace(path)
    return stored


def _kind(kind: str) -> list[Problem]:
    if kind in Document.Kind.values:
        return []
    return [problem(None, "kind", "kind", "Pilih jenis dokumen.", "Choose the kind of document.")]


def _name(name: str) -> list[Problem]:
    if PurePath(name).suffix.lower() in BEGINNINGS and len(name) <= LONGEST_NAME:
        return []
    return [
        problem(
            None,
            "file",
            "file_kind",
            "Berkas harus PDF, DOCX, XLSX, JPG, PNG, atau TXT, dengan nama paling panjang 200 huruf.",
            "The file must be PDF, DOCX, XLSX, JPG, PNG or TXT, its name at most 200 letters.",
        )
    ]


def _size(content: bytes) -> list[Problem]:
    if not content:
        return [
            problem(None, "file", "file_empty", "Berkas kosong. Pilih lagi.", "The file is empty. Choose it again.")
        ]
    if len(content) <= LIMIT_BYTES:
        return []
    return [
        problem(
            None,
            "file",
            "file_too_large",
            "Berkas lebih besar dari {limit} MB. Pindai ulang dengan resolusi lebih kecil.",
            "The file is larger than {limit} MB. Scan it again at a lower resolution.",
            limit=LIMIT_BYTES // 1024 // 1024,
        )
    ]


def _content(name: str, content: bytes) -> list[Problem]:
    suffix = PurePath(name).suffix.lower()
    if not content or suffix not in BEGINNINGS or _reads(suffix, content):
        return []
    return [
        problem(
            None,
            "file",
            "file_content",
            "Isi berkas tidak sesuai dengan jenisnya ({suffix}). Simpan ulang lalu unggah lagi.",
            "The content does not fit its kind ({suffix}). Save it again and upload it anew.",
            suffix=suffix,
        )
    ]


def _reads(suffix: str, content: bytes) -> bool:
    if suffix != ".txt":
        return content.startswith(BEGINNINGS[suffix])
    try:
        return "\x00" not in content.decode()
    except UnicodeDecodeError:
        return False

"""The decrees of a day as one file: made once, kept beside the documents, complete or not there."""

import os
import uuid
from pathlib import Path

from django.conf import settings

from teladan.rights.letters.decree import decrees_pdf
from teladan.rights.models import Occasion


def decrees_file(occasion: Occasion) -> Path | None:
    """Return the file, None while it is not made. Who may open it is the face's question."""
    path = _path(occasion)
    return path if path.is_file() else None


def keep_decrees(occasion: Occasion) -> Path:
    """Make the file unless it is there. ValueError while nothing is decided."""
    path = _path(occasion)
    if not path.is_file():
        content = decrees_pdf(occasion)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
        part.write_bytes(content)
        part.chmod(0o600)
        os.replace(part, path)  # noqa: PTH105 - at once, whoever reads meanwhile
    return path


def _path(occasion: Occasion) -> Path:
    return Path(settings.MEDIA_ROOT) / "decrees" / f"{occasion.uid}.pdf"
